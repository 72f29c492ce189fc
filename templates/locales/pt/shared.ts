import type { shared as original } from '../fr/shared.ts'
import type { SameKeys } from '../messages.ts'

export const shared: SameKeys<typeof original> = {
  untitled: 'Atestação',
  ogTitle: 'Um passaporte de competências para consultar',
  sentence: 'Atestado por {issuer}. Cada atestação acaba de ser verificada.',
  sharedWith: 'Partilhado com {recipient}',
  until: 'Visível até {date}.',
  chosen: 'A pessoa escolheu o que mostra aqui: o seu passaporte pode dizer mais.',
  notProves:
    'Que a pessoa à sua frente seja mesmo {holder}: se precisar, peça um documento de identificação. Nem que isto seja tudo o que sabe fazer.',
  fallen: 'Também escolhido, mas não válido hoje',
  nothingStands: 'Nada a confirmar hoje',
  nothingStandsText:
    'O que era partilhado aqui não está confirmado hoje: retirado, suspenso ou impossível de verificar. Fale com a pessoa.',
  'closed-unknownTitle': 'Esta ligação não leva a lado nenhum',
  'closed-unknown': 'Confirme o endereço ou peça de novo a ligação à pessoa que a enviou.',
  'closed-withdrawnTitle': 'Esta partilha foi interrompida',
  'closed-withdrawn':
    'Por agora, a pessoa já não a mostra. É uma escolha sua e nada diz sobre as suas competências. Peça-lhe uma nova ligação.',
  'closed-expiredTitle': 'Esta partilha terminou',
  'closed-expired': 'Tinha uma data de fim, que já passou. Peça uma nova ligação à pessoa.',
}
