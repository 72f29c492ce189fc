// « Mon passeport »: what a young person finds, shows, prints and takes along in their own space.
export { openWallet, requireOwnPassport, type Wallet, type WalletDeps } from './open-wallet.ts'
export { walletRoutes, type WalletRoutesDeps } from './routes.ts'
