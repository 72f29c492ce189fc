export { parseConfig, terminalLocale, type Config } from './config.ts'
