import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** The page that reads a QR code with the camera, and the one that stands in for it without network. */
const SCANNER = /^\/verify(\/here\/[a-z]{2})?\/?$/i

/**
 * Response headers for every page: no inline script or style, no framing, no third party, no referrer, no camera. Pages
 * that scan alone may use the camera, and run the WebAssembly that reads what it sees.
 */
export function securityHeaders(options: { secure: boolean }): RequestHandler {
  const [elsewhere, scanner] = [helmetWith(options, []), helmetWith(options, ["'wasm-unsafe-eval'"])]
  return (req, res, next) => {
    const scans = SCANNER.test(req.path)
    res.set('Permissions-Policy', `camera=(${scans ? 'self' : ''}), microphone=(), geolocation=()`)
    ;(scans ? scanner : elsewhere)(req, res, next)
  }
}

function helmetWith(options: { secure: boolean }, scripts: readonly string[]): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", ...scripts],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        workerSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        ...(options.secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: options.secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    crossOriginOpenerPolicy: options.secure,
    originAgentCluster: options.secure,
  })
}
