import { keepOffline } from './keep-offline.ts'

keepOffline()
