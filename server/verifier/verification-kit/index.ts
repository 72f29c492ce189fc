export { exportKit, type ExportedKit, type ExportKitDeps } from './export-kit.ts'
