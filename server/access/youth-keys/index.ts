// The keys a young person may add to their slip of paper: a PIN, a passkey, an address. None is ever needed.
export { checkPin, findPinPause, type PinAnswer } from './check-pin.ts'
export { youthKeysKeepers } from './personal-data.ts'
export { youthKeyRoutes } from './routes.ts'
export { setPin } from './set-pin.ts'
export { clearSlipLocks, findSlipLock, removeAddedKeys, type SlipLock } from './slip-lock.ts'
