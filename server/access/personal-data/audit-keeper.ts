import type { PersonalDataKeeper } from './personal-data-keeper.ts'
import { deleteNotesAbout, listEventsAbout } from './store.ts'

/**
 * The trail of who did what. It is given to the person and stays when they are erased: it holds random ids in place of
 * young people's names, and those lead nowhere then. Notes that people wrote beside it go. It comes first among the
 * keepers, because it finds what is about somebody by what they still have.
 */
export const auditKeeper: PersonalDataKeeper = {
  name: 'audit',
  tables: ['audit_events', 'audit_notes'],
  async exportOf(db, learnerId) {
    return [{ section: 'audit', records: await listEventsAbout(db, learnerId) }]
  },
  async erase(trx, learnerId) {
    await deleteNotesAbout(trx, learnerId)
    return { kept: ['audit-trail'] }
  },
}
