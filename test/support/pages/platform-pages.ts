import { shown, type Chapter, type ShownPage } from './shown-page.ts'

const other =
  (rest = ''): ShownPage['path'] =>
  (at) =>
    `/admin/organisations/${at.other}${rest}`

export const PLATFORM: Chapter = {
  name: 'platform',
  title: 'Administrer la plateforme',
  // prettier-ignore
  pages: [
    shown('/admin', 'admin', 'admin', 'Toutes les structures, à égalité.', '/admin'),
    shown('/admin/organisations/:slug', 'admin-structure', 'admin', 'Une structure.', other()),
    shown('/admin/organisations/:slug/network', 'admin-network', 'admin', 'Sa convention et sa place dans le réseau.', other('/network')),
    shown('/admin/organisations/:slug/merge', 'admin-merge', 'admin', 'Deux structures n’en font plus qu’une.', other('/merge')),
    shown('/admin/organisations/:slug/merge', 'admin-merge-confirm', 'admin', 'Ce qui va changer, avant d’écrire son nom.', (at) => `/admin/organisations/${at.other}/merge?into=${at.slug}`),
    shown('/admin/organisations/:slug/close', 'admin-close', 'admin', 'Une structure ferme ; ce qu’elle a signé reste vérifiable.', other('/close')),
    shown('/admin/structures/import', 'admin-import', 'admin', 'Cinquante structures d’un coup.', '/admin/structures/import'),
    shown('/admin/invitations', 'admin-invitations', 'admin', 'Qui administre la plateforme.', '/admin/invitations'),
    shown('/admin/accounts', 'admin-accounts', 'admin', 'Les comptes.', '/admin/accounts'),
    shown('/admin/frameworks', 'frameworks', 'admin', 'Les référentiels du réseau.', '/admin/frameworks'),
    shown('/admin/frameworks/:id', 'framework', 'admin', 'Un référentiel, ses versions.', (at) => at.framework),
    shown('/admin/frameworks/:id/competences/:competence', 'framework-competence', 'admin', 'Une compétence et ses quatre étapes, reliée à ESCO.', (at) => `${at.framework}/competences/${at.competence}`),
    shown('/admin/keys', 'signing-keys', 'admin', 'Les clés de signature.', '/admin/keys'),
    shown('/admin/keys/issuers/:slug/rotate', 'signing-keys-rotate', 'admin', 'Une nouvelle clé.', (at) => `/admin/keys/issuers/${at.slug}/rotate`),
    shown('/admin/keys/:keyId/retire', 'signing-keys-retire', 'admin', 'Une clé prend sa retraite.', (at) => `${at.key}/retire`),
    shown('/admin/keys/:keyId/compromise', 'signing-keys-compromise', 'admin', 'Une clé qui a pu être copiée.', (at) => `${at.key}/compromise`),
    shown('/admin/keys/:keyId/reissue', 'signing-keys-reissue', 'admin', 'Signer à nouveau ce qu’elle avait signé.', (at) => `${at.lostKey}/reissue`),
    shown('/admin/clients', 'clients', 'admin', 'Les logiciels reliés.', '/admin/clients'),
    shown('/admin/clients/new', 'client-new', 'admin', 'En relier un.', '/admin/clients/new'),
    shown('/admin/clients/:id/rotate', 'client-rotate', 'admin', 'Changer son jeton.', (at) => `${at.client}/rotate`),
    shown('/admin/clients/:id/disable', 'client-disable', 'admin', 'Le couper.', (at) => `${at.client}/disable`),
  ],
}

export const EMPLOYER: Chapter = {
  name: 'employer',
  title: 'Vérifier, quand on embauche',
  // prettier-ignore
  pages: [
    shown('/', 'home', 'visitor', 'La porte d’entrée.', '/'),
    shown('/v', 'verify-code', 'visitor', 'Le code se tape aussi.', '/v'),
    shown('/v/:code', 'verdict', 'visitor', 'Le code scanné : vrai ou non, qui le dit, ce que la personne sait faire.', (_at, server) => server.files.passports.find(({ learner }) => learner === 'Aya Diarra')?.url ?? ''),
    shown('/v/:code/report', 'verdict-report', 'visitor', 'Le verdict en une page, à imprimer et à classer.', (_at, server) => `${server.files.passports.find(({ learner }) => learner === 'Aya Diarra')?.url ?? ''}/report`),
    shown('/v/:code', 'verdict-private', 'visitor', 'Un passeport privé ne dit rien de la personne.', (_at, server) => server.files.passports.find(({ learner }) => learner === 'Noé Petit')?.url ?? ''),
    shown('/v/:code', 'verdict-suspended', 'visitor', 'Suspendu, le temps de vérifier.', (at) => `/v/${at.suspended}`),
    shown('/v/:code', 'verdict-unknown', 'visitor', 'Un code que personne n’a émis.', '/v/0000000000000'),
    shown('/p/:code', 'presentation', 'visitor', 'Ce qu’une personne a choisi de montrer.', (at) => at.share.link),
    shown('/verify', 'verify', 'visitor', 'Vérifier un fichier, de Passerelle ou d’ailleurs.', '/verify'),
    shown(
      '/verify',
      'verify-problem',
      'visitor',
      'Un texte qui n’est pas un document.',
      '/verify',
      async (page) => {
        await page.locator('main textarea').first().fill('bonjour')
        await page.locator('main form button[type=submit]').first().click()
        await page.waitForLoadState()
      },
    ),
    shown('/verify/here/:language', 'verify-here', 'visitor', 'La page qui répond sans réseau.', '/verify/here/fr'),
    shown('/achievements', 'achievements', 'visitor', 'Ce que disent les passeports.', '/achievements'),
    shown('/achievements/:code', 'achievement', 'visitor', 'Une compétence, ses étapes, ses liens vers ESCO.', '/achievements/EQUIPE'),
    shown('/credentials/:code', 'credential-page', 'visitor', 'Un document signé, par son adresse.', (at) => `/credentials/${at.passport}`),
    shown('/', 'nowhere', 'visitor', 'Une adresse qui ne mène nulle part.', '/nowhere'),
  ],
}
