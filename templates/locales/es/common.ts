import type { common as original } from '../fr/common.ts'
import type { SameKeys } from '../messages.ts'

export const common: SameKeys<typeof original> = {
  appName: 'Passerelle',
  tagline: 'El pasaporte de competencias para jóvenes que vuelven del extranjero',
  skipToContent: 'Ir al contenido',
  language: 'Idioma',
  signOut: 'Cerrar sesión',
  cancel: 'Cancelar',
  back: 'Volver',
  next: 'Siguiente',
  previous: 'Anterior',
  optional: 'opcional',
  sessions: 'Sesiones',
  organisation: 'Mi organización',
  slips: 'Fichas perdidas',
  admin: 'Plataforma',
  problemsTitle: { one: 'Queda un punto por corregir', other: 'Quedan {count} puntos por corregir' },
  halfDays: { one: '{count} media jornada de {of}', other: '{count} medias jornadas de {of}' },
  accessibility: 'Accesibilidad: no conforme (auditoría pendiente)',
  esco: 'Este servicio utiliza la clasificación ESCO de la Comisión Europea.',
}
