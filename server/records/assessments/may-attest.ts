import { mayActIn, type Actor } from '../../kernel/roles.ts'
import type { TrainingSession } from '../training-sessions/index.ts'

/**
 * Whether the actor may say something in the structure's name: its trainers and coordinators. The platform's admin saw
 * nobody, so attests nobody; the system acts for the trainer it names.
 */
export function mayAttest(actor: Actor, session: Pick<TrainingSession, 'organisationId'>): boolean {
  const person = actor.kind === 'staff' ? { ...actor, admin: false } : actor
  return mayActIn(person, session.organisationId, 'trainer')
}
