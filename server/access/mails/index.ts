export { writeMail, type Letter } from './write-mail.ts'
