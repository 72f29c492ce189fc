// What a running server does from time to time, beside answering.
export { startChores, type Chore, type RunningChores } from './start-chores.ts'
