export { migrate, openDatabase, type Db } from './database.ts'
export { isUniqueViolation } from './unique-violation.ts'
