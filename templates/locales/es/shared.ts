import type { shared as original } from '../fr/shared.ts'
import type { SameKeys } from '../messages.ts'

export const shared: SameKeys<typeof original> = {
  untitled: 'Acreditación',
  ogTitle: 'Un pasaporte de competencias para consultar',
  sentence: 'Acreditado por {issuer}. Cada acreditación acaba de verificarse.',
  sharedWith: 'Compartido con {recipient}',
  until: 'Visible hasta el {date}.',
  chosen: 'La persona ha elegido lo que muestra aquí: su pasaporte puede decir más.',
  notProves:
    'Que la persona que tiene delante sea {holder}: si lo necesita, pida un documento de identidad. Ni que esto sea todo lo que sabe hacer.',
  fallen: 'También elegido, pero no válido hoy',
  nothingStands: 'Nada que confirmar hoy',
  nothingStandsText:
    'Lo que se compartía aquí no está confirmado hoy: retirado, suspendido o imposible de verificar. Hable con la persona.',
  'closed-unknownTitle': 'Este enlace no lleva a ninguna parte',
  'closed-unknown': 'Revise la dirección o vuelva a pedir el enlace a la persona que se lo dio.',
  'closed-withdrawnTitle': 'Esto ya no se comparte',
  'closed-withdrawn':
    'La persona ya no lo muestra por ahora. Es su decisión y no dice nada de sus competencias. Pídale un enlace nuevo.',
  'closed-expiredTitle': 'Este enlace ha caducado',
  'closed-expired': 'Tenía una fecha de fin y ya ha pasado. Pida un enlace nuevo a la persona.',
}
