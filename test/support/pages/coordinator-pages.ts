import type { Page } from 'playwright-core'
import { t } from '../french-words.ts'
import { need } from './need.ts'
import { mailedLink } from './mailed-link.ts'
import { shown, type Chapter, type ShownPage } from './shown-page.ts'

const file =
  (rest = ''): ShownPage['path'] =>
  (at) =>
    `/learners/${need(at.seats.signed.people['Inès Benali']).learnerId}${rest}`
const team =
  (rest: string): ShownPage['path'] =>
  (at) =>
    `/organisation/${at.slug}${rest}`

/** What the choices on the page of two records lead to. */
async function seeMerge(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('roster.seeMerge') }).click()
  await page.waitForURL('**/confirm?*')
}

async function sendPeople(page: Page): Promise<void> {
  await page.getByLabel(t('imports.fileLabel')).setInputFiles({
    name: 'jeunes.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Nom;Prénom;Né(e) le;Mission\nSabatier;Élise;04/09/2006;Vichy\nN’Diaye;Ousmane;31/02/2005;Vichy\n',
    ),
  })
  await page.getByRole('button', { name: t('imports.check') }).click()
  await page.locator('.import-columns').first().waitFor()
}

/** Everybody's passports, as the form proposes them. */
async function askPassports(page: Page): Promise<void> {
  await page.getByLabel(t('batches.scope-everybody')).check()
  await page.getByRole('button', { name: t('batches.submit') }).click()
  await page.getByRole('link', { name: t('batches.getFile') }).waitFor()
}

export const COORDINATOR: Chapter = {
  name: 'coordinator',
  title: 'Coordonner une structure',
  // prettier-ignore
  pages: [
    shown('/learners', 'learners', 'coordinator', 'Les jeunes de la structure, retrouvés même mal écrits.', '/learners'),
    shown('/learners', 'learners-none', 'coordinator', 'Personne de ce nom.', '/learners?q=Xyzzy'),
    shown('/learners/new', 'learner-new', 'coordinator', 'Un nom suffit.', '/learners/new'),
    shown('/learners/:id', 'learner-file', 'coordinator', 'La fiche : qui, quels séjours, quels passeports.', file()),
    shown('/learners/:id/edit', 'learner-edit', 'coordinator', 'Corriger un nom, une date.', file('/edit')),
    shown('/learners/:id/mobilities/new', 'stay-new', 'coordinator', 'Un séjour, avant puis après.', file('/mobilities/new')),
    shown('/mobilities/:id', 'stay', 'coordinator', 'Ce qui est signé ne bouge plus, le reste se complète.', (at) => `/mobilities/${need(at.seats.signed.people['Inès Benali']).mobilityId}`),
    shown('/learners/:id/support', 'support', 'coordinator', 'Accompagnement renforcé : demandé une fois, montré nulle part.', file('/support')),
    shown('/learners/:id/history', 'history', 'coordinator', 'Qui a fait quoi, et quand.', file('/history')),
    shown('/learners/:id/erase', 'learner-erase', 'coordinator', 'Effacer à la demande de la personne.', file('/erase')),
    shown('/learners/duplicates', 'duplicates', 'coordinator', 'Deux fiches pour une personne ?', '/learners/duplicates'),
    shown('/learners/duplicates/:one/:other', 'duplicates-compare', 'coordinator', 'Les comparer.', (at) => at.twins),
    shown('/learners/duplicates/:one/:other/confirm', 'duplicates-confirm', 'coordinator', 'Voir ce qui va changer avant d’en faire une.', (at) => at.twins, seeMerge),
    shown('/learners/import', 'learners-import', 'coordinator', 'Une liste de jeunes, depuis un tableur.', '/learners/import'),
    shown('/organisation/:slug/learners/import', 'learners-import-plan', 'coordinator', 'Chaque colonne trouve sa place, et l’application s’en souvient.', team('/learners/import'), sendPeople),
    shown('/sessions/import', 'sessions-import', 'coordinator', 'Le calendrier des sessions, depuis un tableur.', '/sessions/import'),
    shown('/organisation/:slug/sessions/import', 'sessions-import-send', 'coordinator', 'Le même envoi, pour les sessions.', team('/sessions/import')),
    shown('/organisation', 'organisation', 'coordinator', 'Sa structure et son équipe.', '/organisation'),
    shown('/organisation/:slug/invitations', 'invitations', 'coordinator', 'Inviter quelqu’un.', team('/invitations')),
    shown('/organisation/:slug/details', 'structure-details', 'coordinator', 'Le nom, l’étiquette publique, le courriel.', team('/details')),
    shown('/organisation/:slug/network', 'network', 'coordinator', 'Sa place dans le réseau, et les structures invitées.', team('/network')),
    shown('/organisation/:slug/trainings', 'trainings', 'coordinator', 'Ce que les formateurs ont appris.', team('/trainings')),
    shown('/organisation/passports', 'passports-choose', 'admin', 'Les passeports de quelle structure ?', '/organisation/passports'),
    shown('/organisation/:slug/passports', 'passports', 'coordinator', 'Demander les passeports de tout un groupe.', team('/passports')),
    shown('/organisation/:slug/passports/:batch', 'passports-batch', 'coordinator', 'Ils se préparent, puis se téléchargent.', team('/passports'), askPassports),
    shown('/credentials/:code/manage', 'credential', 'coordinator', 'Un document signé, et ce que l’on peut en faire.', (at) => `/credentials/${at.passport}/manage`),
    shown('/credentials/:code/suspend', 'credential-suspend', 'coordinator', 'Suspendre, le temps de vérifier.', (at) => `/credentials/${at.passport}/suspend`),
    shown('/credentials/:code/unsuspend', 'credential-unsuspend', 'coordinator', 'Lever la suspension.', (at) => `/credentials/${at.suspended}/unsuspend`),
    shown('/credentials/:code/revoke', 'credential-revoke', 'coordinator', 'Retirer, pour de bon.', (at) => `/credentials/${at.passport}/revoke`),
    shown('/invitations/:token', 'invitation', 'visitor', 'La personne invitée choisit un mot de passe.', (at) => at.invitation),
    shown('/login', 'login', 'visitor', 'Se connecter.', '/login'),
    shown('/login/link', 'login-link', 'visitor', 'Ou par un lien reçu.', '/login/link'),
    shown(
      '/login/link/:token',
      'login-link-here',
      'visitor',
      'Le lien reçu : un bouton.',
      '/login/link',
      async (page, server) => {
        await page.getByLabel(t('access.email')).fill(server.staff.coordinator.email)
        await page.locator('main button[type=submit]').click()
        await page.goto(await mailedLink(server, '/login/link/'))
      },
    ),
    shown('/login/forgotten', 'login-forgotten', 'visitor', 'Mot de passe oublié.', '/login/forgotten'),
    shown(
      '/login/reset/:token',
      'login-reset',
      'visitor',
      'En choisir un autre.',
      '/login/forgotten',
      async (page, server) => {
        await page.getByLabel(t('access.email')).fill(server.staff.coordinator.email)
        await page.locator('main button[type=submit]').click()
        await page.goto(await mailedLink(server, '/login/reset/'))
      },
    ),
    shown('/account/security', 'security', 'coordinator', 'Sa connexion et ses appareils.', '/account/security'),
    shown('/account/security/password', 'security-password', 'coordinator', 'Changer de mot de passe.', '/account/security/password'),
    shown('/account/security/app', 'security-app', 'newcomer', 'Ajouter une deuxième étape avec une application.', '/account/security/app'),
  ],
}
