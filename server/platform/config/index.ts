export { newPassphrase, parseConfig, terminalLocale, type Config } from './config.ts'
export type { SecondFactorSetting, SignOnSettings } from './sign-on-settings.ts'
export type { KeyStoreSettings } from './key-store-settings.ts'
