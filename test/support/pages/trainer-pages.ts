import type { Page } from 'playwright-core'
import { t } from '../french-words.ts'
import { need } from './need.ts'
import { shown, type Chapter, type ShownPage } from './shown-page.ts'

const session =
  (rest = ''): ShownPage['path'] =>
  (at) =>
    `${at.session}${rest}`
const learner =
  (rest = ''): ShownPage['path'] =>
  (at) =>
    `${at.session}/learners/${need(at.seats.open.people['Inès Benali']).enrolmentId}${rest}`
const file =
  (rest: string, name = 'Inès Benali'): ShownPage['path'] =>
  (at) =>
    `/learners/${need(at.seats.open.people[name]).learnerId}${rest}`

/** Sends a table whose column nobody knows. */
async function sendTable(page: Page): Promise<void> {
  await page.getByLabel(t('imports.fileLabel')).setInputFiles({
    name: 'retour.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'Nom;Prénom;Équipe internationale;Couleur du sac\nSabatier;Élise;3;rouge\nMorvan;Gaïd;7;bleu\n',
    ),
  })
  await page.getByRole('button', { name: t('imports.check') }).click()
  await page.getByRole('heading', { level: 1, name: t('imports.planTitle') }).waitFor()
}

/** Somebody lost their slip. */
async function findLost(page: Page): Promise<void> {
  await page.getByLabel(t('holder.lostGivenName')).fill('Théo')
  await page.getByLabel(t('holder.lostFamilyName'), { exact: true }).fill('Girard')
  await page.getByRole('button', { name: t('holder.lostSubmit') }).click()
  await page.locator('form[action^="/learners/"]').first().waitFor()
}

async function newSlip(page: Page): Promise<void> {
  await findLost(page)
  await page
    .getByRole('button', { name: t('holder.lostReissue') })
    .first()
    .click()
  await page.waitForURL('**/slip')
}

export const TRAINER: Chapter = {
  name: 'trainer',
  title: 'Le jour de la session',
  // prettier-ignore
  pages: [
    shown('/sessions', 'sessions', 'trainer', 'Les sessions : celles à venir d’abord.', '/sessions'),
    shown('/sessions', 'sessions-none', 'trainer', 'Une recherche qui ne trouve rien le dit.', '/sessions?q=zorglub'),
    shown('/sessions/new', 'session-new', 'trainer', 'Une nouvelle session tient sur une page.', '/sessions/new'),
    shown(
      '/sessions/new',
      'session-new-problems',
      'trainer',
      'Ce qui manque est dit, et ce qui est tapé reste.',
      '/sessions/new',
      async (page) => {
        await page.getByRole('button', { name: t('sessions.create') }).click()
        await page.locator('.problems').first().waitFor()
      },
    ),
    shown('/sessions/templates', 'session-templates', 'trainer', 'Les modèles évitent de recommencer.', '/sessions/templates'),
    shown('/sessions/pool', 'session-pool', 'trainer', 'Le vivier : qui peut venir animer ailleurs.', '/sessions/pool'),
    shown('/sessions/:id/prepare', 'session-prepare', 'trainer', 'Préparer la journée.', session('/prepare')),
    shown('/sessions/:id/edit', 'session-edit', 'trainer', 'Corriger le titre, les jours, les compétences.', session('/edit')),
    shown('/sessions/:id/structures', 'session-structures', 'trainer', 'Une session se partage entre structures.', session('/structures')),
    shown('/sessions/:id/trainers', 'session-trainers', 'trainer', 'Qui anime.', session('/trainers?q=le')),
    shown('/sessions/:id/enrol', 'session-enrol', 'trainer', 'Ajouter quelqu’un, même au dernier moment.', session('/enrol?q=ines')),
    shown('/sessions/:id/enrol', 'session-enrol-new', 'trainer', 'Qui n’est pas encore connu s’ajoute avec un nom.', session('/enrol?q=zorglub')),
    shown('/sessions/:id/attendance', 'attendance', 'trainer', 'Les présences, par demi-journée.', session('/attendance')),
    shown('/sessions/:id/attendance/sheet', 'attendance-sheet', 'trainer', 'La feuille d’émargement.', session('/attendance/sheet')),
    shown('/sessions/:id/paper-grid', 'paper-grid', 'trainer', 'La grille sur papier, pour les lieux sans réseau.', session('/paper-grid')),
    shown('/sessions/:id/typing', 'typing', 'trainer', 'La grille de papier se recopie vite.', session('/typing')),
    shown('/sessions/:id', 'session-grid', 'trainer', 'La grille : tout confirmer, puis toucher les exceptions.', session()),
    shown('/sessions/:id/learners/:enrolmentId', 'session-learner', 'trainer', 'Une personne : ce qu’elle dit, ce qui est attesté.', learner()),
    shown('/sessions/:id/learners/:enrolmentId/together', 'together', 'trainer', 'Côte à côte, sur un écran ou deux.', learner('/together')),
    shown('/sessions/:id/learners/:enrolmentId/evidence', 'evidence', 'trainer', 'Une photo, un texte, un document à l’appui.', learner('/evidence')),
    shown('/sessions/:id/import', 'session-import', 'trainer', 'Le tableur que l’on a déjà.', session('/import')),
    shown('/sessions/:id/import', 'session-import-plan', 'trainer', 'Rien n’est écrit avant d’avoir tout vu.', session('/import'), sendTable),
    shown('/sessions/:id/sign', 'sign', 'trainer', 'Relire, puis signer pour toute la session.', session('/sign')),
    shown('/sessions/:id', 'session-signed', 'trainer', 'Signée : passeports et papiers à imprimer.', (at) => at.signed),
    shown('/sessions/:id/sign', 'signed', 'trainer', 'Ce qui a été signé.', (at) => `${at.signed}/sign`),
    shown('/sessions/:id/correct', 'correct', 'trainer', 'Corriger ce qui était inexact.', (at) => `${at.signed}/correct`),
    shown('/slips', 'slips', 'trainer', 'Une fiche perdue, de n’importe quelle structure, se redonne.', '/slips', findLost),
    shown('/learners/:id/slip', 'slip', 'trainer', 'La nouvelle fiche ; l’ancienne ne sert plus.', '/slips', newSlip),
    shown('/learners/:id/guardian', 'ward', 'trainer', 'L’accord des parents, sur papier ou par lien.', file('/guardian', 'Noé Petit')),
    shown('/learners/:id/guardian/letter', 'ward-letter', 'trainer', 'La lettre aux parents.', file('/guardian/letter', 'Noé Petit')),
    shown('/mobilities/:id/host', 'host-asked', 'trainer', 'La structure d’accueil est sollicitée.', (at) => `${at.asked.mobility}/host`),
    shown('/mobilities/:id/host', 'host-answered', 'trainer', 'Elle a répondu.', (at) => `${at.answered.mobility}/host`),
  ],
}

export const HOST: Chapter = {
  name: 'host',
  title: 'Répondre, quand on a accueilli à l’étranger',
  // prettier-ignore
  pages: [
    shown('/h', 'host-code', 'host', 'Le code du papier se tape.', '/h'),
    shown('/h/:code', 'host-questions', 'host', 'Une page de questions, dans sa langue.', (at) => `/h/${at.asked.code}`),
    shown(
      '/h/:code',
      'host-questions-problems',
      'host',
      'Ce qui manque est dit sur place.',
      (at) => `/h/${at.asked.code}`,
      async (page) => {
        await page.locator('button[type=submit]').click()
        await page.locator('.problems').waitFor()
      },
    ),
    shown('/h/:code', 'host-again', 'host', 'La réponse donnée peut se relire et se corriger.', (at) => `/h/${at.answered.code}`),
    shown('/h/:code/take-back', 'host-take-back', 'host', 'Elle peut aussi se reprendre.', (at) => `/h/${at.answered.code}/take-back`),
    shown('/h/:code', 'host-unknown', 'host', 'Un lien inconnu, expliqué sans gronder.', '/h/0000000000000000'),
  ],
}
