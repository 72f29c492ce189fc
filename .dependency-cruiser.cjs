// The rules of the house: who may import whom (README, "Architecture"). `npm run house` applies them.
const FOLDERS = {
  kernel: [],
  vc: ['kernel'],
  platform: ['kernel'],
  access: ['kernel', 'platform'],
  issuer: ['kernel', 'platform', 'access', 'vc'],
  records: ['kernel', 'platform', 'access', 'issuer'],
  holder: ['kernel', 'platform', 'access', 'issuer', 'vc'],
  verifier: ['kernel', 'platform', 'access', 'issuer', 'vc'],
}
// The folders made of features, each entered by its index.ts alone.
const FEATURES = 'access|records|issuer|holder|verifier'

// library → the only places of ours that may import it
const LIBRARIES = {
  'express/': ['^server/app\\.ts$', '^server/platform/http/'],
  'knex/': ['^server/platform/db/', '^migrations/'],
  'handlebars/': ['^server/platform/views/'],
  'nodemailer/': ['^server/platform/mail/'],
  'pino/': ['^server/platform/log/'],
  'prom-client/': ['^server/platform/metrics/'],
  'ipaddr.js/': ['^server/platform/remote/'],
  'http-cache-semantics/': ['^server/platform/remote/'],
  'multer/': ['^server/platform/http/'],
  'helmet/': ['^server/platform/http/'],
  'compression/': ['^server/platform/http/'],
  'jsonld/': ['^server/vc/'],
  'rdf-canonize/': ['^server/vc/'],
  'base58-universal/': ['^server/vc/'],
  '@digitalbazaar/': ['^server/vc/'],
  '@digitalcredentials/': ['^server/vc/'],
  'jose/': ['^server/vc/jose/'],
  'saxes/': ['^server/verifier/reading/'],
  'zxing-wasm/': ['^server/verifier/reading/'],
  'pdf-lib/': ['^server/holder/'],
  '@cantoo/': ['^server/holder/'],
  'pkijs/': ['^server/holder/seals/'],
  'asn1js/': ['^server/holder/seals/'],
  'qrcode/': ['^server/platform/qr/'],
  'otpauth/': ['^server/access/second-factor/'],
  '@simplewebauthn/server/': ['^server/access/passkeys/'],
  'openid-client/': ['^server/access/single-sign-on/'],
  'read-excel-file/': ['^server/records/imports/'],
  'minisearch/': ['^server/records/', '^server/issuer/'],
  'csv-parse/': ['^server/records/imports/', '^server/issuer/esco/'],
  'sharp/': ['^server/records/evidence/', '^server/holder/pictures/', '^server/verifier/reading/'],
  '@node-rs/argon2/': ['^server/access/'],
  'piscina/': ['^server/issuer/signing/'],
  'koffi/': ['^server/issuer/keys/pkcs11/'],
  'ajv/': ['^server/issuer/credentials/'],
  'esbuild/': ['^server/verifier/verification-kit/', '^server/platform/views/'],
  'commander/': ['^server/cli\\.ts$', '^server/commands/'],
}

const error = (name, from, to, comment) => ({
  name,
  severity: 'error',
  from,
  to,
  ...(comment ? { comment } : {}),
})

module.exports = {
  forbidden: [
    error('no-cycle', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }),
    {
      ...error('no-cycle-between-features', { path: '^server/[^/]+/[^/]+/' }, { circular: true }),
      scope: 'folder',
    },
    error('no-missing-module', {}, { couldNotResolve: true }),
    error(
      'no-orphan',
      {
        orphan: true,
        path: '^(server|browser|migrations)/',
        pathNot: ['worker\\.ts$', '^browser/[^/]+/main\\.ts$'],
      },
      {},
      'dead code',
    ),
    error('product-knows-no-test', { path: '^(server|migrations)/' }, { path: '^test/' }),
    error(
      'product-needs-no-development-package',
      { path: '^(server|migrations)/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
    ),
    error(
      'vc-runs-in-a-browser',
      { path: '^server/(vc|kernel)/', pathNot: '^server/vc/node/' },
      { dependencyTypes: ['core'] },
    ),
    error(
      'browser-runs-alone',
      { path: '^browser/' },
      {
        path: '^(server|migrations|templates|test)/',
        pathNot: ['^server/vc/(compact-proof/)?index\\.ts$', '^server/kernel/'],
      },
      'what runs in the visitor’s browser knows the specifications and our words, nothing else',
    ),
    error('browser-has-no-node', { path: '^browser/' }, { dependencyTypes: ['core', 'npm-dev'] }),
    ...Object.entries(FOLDERS).map(([folder, allowed]) =>
      error(
        `direction-of-${folder}`,
        { path: `^server/${folder}/` },
        {
          path: '^(server|migrations)/',
          pathNot: [
            `^server/(${[folder, ...allowed].join('|')})/`,
            ...(folder === 'platform' ? ['^migrations/index\\.ts$'] : []),
          ],
        },
        `${folder} may import: ${allowed.join(', ') || 'nothing of ours'}`,
      ),
    ),
    error(
      'features-have-a-front-door',
      { path: `^server/(${FEATURES})/([^/]+)/` },
      {
        path: `^server/(${FEATURES})/[^/]+/`,
        pathNot: ['^server/$1/$2/', '^server/[^/]+/[^/]+/index\\.ts$'],
      },
    ),
    error(
      'entries-use-the-front-door',
      { path: '^server/([^/]+\\.ts$|commands/)' },
      { path: `^server/(${FEATURES})/[^/]+/`, pathNot: '^server/[^/]+/[^/]+/index\\.ts$' },
    ),
    error(
      'platform-and-vc-have-a-front-door',
      { path: `^server/(${FEATURES}|commands)/|^server/[^/]+\\.ts$` },
      {
        path: '^server/(platform/[^/]+|vc)/',
        pathNot: '^server/(platform/[^/]+|vc(/node|/compact-proof|/jose)?)/index\\.ts$',
      },
    ),
    error(
      'routes-do-not-read-the-store',
      { path: 'routes\\.ts$' },
      { path: '/store\\.ts$' },
      'a route parses, calls a use case, renders',
    ),
    ...Object.entries(LIBRARIES).map(([library, places]) =>
      error(
        `only-here-${library.replace(/[@/]/g, '')}`,
        { path: '^(server|migrations)/', pathNot: places },
        { path: `node_modules/${library}`, dependencyTypesNot: ['type-only'] },
      ),
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    includeOnly: '^(server|browser|migrations|templates/locales|test)|node_modules|^(node:)?[a-z_/]+$',
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
}
