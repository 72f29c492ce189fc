import type { common as original } from '../fr/common.ts'
import type { SameKeys } from '../messages.ts'

export const common: SameKeys<typeof original> = {
  appName: 'Passerelle',
  tagline: 'O passaporte de competências para jovens que regressam do estrangeiro',
  skipToContent: 'Ir para o conteúdo',
  language: 'Idioma',
  signOut: 'Terminar sessão',
  cancel: 'Cancelar',
  back: 'Voltar',
  next: 'Seguinte',
  previous: 'Anterior',
  optional: 'facultativo',
  sessions: 'Sessões',
  organisation: 'A minha organização',
  slips: 'Fichas perdidas',
  admin: 'Plataforma',
  problemsTitle: { one: 'Falta corrigir um ponto', other: 'Falta corrigir {count} pontos' },
  halfDays: { one: '{count} meia jornada de {of}', other: '{count} meias jornadas de {of}' },
  accessibility: 'Acessibilidade: não conforme (auditoria por realizar)',
  esco: 'Este serviço utiliza a classificação ESCO da Comissão Europeia.',
}
