import type { NewOrganisation } from '../../access/organisations/index.ts'
import type { OrganisationRole } from '../../kernel/roles.ts'

/** Three fictional structures, as equals. */
export const DEMO_STRUCTURES: readonly NewOrganisation[] = [
  {
    name: 'Mission locale de Vichy',
    kind: 'mission-locale',
    town: 'Vichy',
    contactEmail: 'mobilite@ml-vichy.example',
  },
  {
    name: 'CFA du Bâtiment de Clermont-Ferrand',
    kind: 'cfa',
    town: 'Clermont-Ferrand',
    contactEmail: 'mobilite@cfa-batiment.example',
  },
  {
    name: 'Ligue de l’enseignement du Cantal',
    kind: 'association',
    town: 'Aurillac',
    contactEmail: 'mobilite@ligue-cantal.example',
  },
]

/** The structure that holds the session. */
export const DEMO_HOME = 'Mission locale de Vichy'

export const DEMO_SESSION = { title: 'Retour de mobilité, Vichy', date: '03/07/2026' }
/** A second session, where young people have spoken and nobody has confirmed yet. */
export const DEMO_OPEN_SESSION = { title: 'Retour de mobilité, Aurillac', date: '18/09/2026' }

export interface DemoPerson {
  readonly email: string
  readonly name: string
  readonly role?: OrganisationRole
  readonly admin?: boolean
}

/** Fictional staff; they share one password, made at random on first run. */
export const DEMO_STAFF = {
  trainer: { email: 'karim@passerelle.example', name: 'Karim Le Goff', role: 'trainer' },
  coordinator: { email: 'maud@passerelle.example', name: 'Maud Ferrand', role: 'coordinator' },
  admin: { email: 'admin@passerelle.example', name: 'Camille Roche', admin: true },
} as const satisfies Readonly<Record<string, DemoPerson>>

/** What the demonstration's trainer was trained in. */
export const DEMO_TRAINING = {
  title: 'Accompagner le retour de mobilité',
  provider: 'Agence Erasmus+ France',
  completedOn: '2025-03-14',
  hours: 14,
}
