import type { phone as original } from '../fr/phone.ts'
import type { SameKeys } from '../messages.ts'

export const phone: SameKeys<typeof original> = {
  byServer: 'Verificado pelo servidor',
  byPhone: 'Verificado pelo seu telemóvel',

  'agree.title': 'Ambos dizem o mesmo.',
  'original.title': 'O papel é original, mas leia a resposta acima.',
  'original.text':
    'O seu telemóvel reconheceu a assinatura impressa. Desde então, a situação do documento mudou: o que conta é a resposta do servidor.',
  'private.title': 'O papel é original.',
  'private.text': 'O seu telemóvel reconheceu a assinatura impressa. A página é privada e não diz mais nada.',
  'erased.title': 'O papel é original.',
  'erased.text':
    'O seu telemóvel reconheceu a assinatura impressa. A pessoa pediu que se apagasse o que aqui estava guardado: só resta o seu papel.',
  'missing.title': 'O papel é original, mas o servidor não conhece este código.',
  'missing.text':
    'A assinatura impressa está certa e, no entanto, o documento já não está aqui. Pergunte a {issuer} antes de confiar nele.',
  'alone.title': 'O seu telemóvel conseguiu verificar o papel.',
  'alone.text':
    'A assinatura impressa está certa. Para o resto, recarregue esta página dentro de alguns minutos.',
  'refused.title': 'O papel é original, mas o servidor não reconhece este documento.',
  'refused.text': 'Não confie nele por agora: pergunte a {issuer}.',
  'forged.title': 'Este não é o papel que assinámos.',
  'forged.text':
    'O código existe, mas a assinatura impressa com ele é falsa. Confie nesta página e não no papel, e peça o passaporte original.',
  'other-code.title': 'A assinatura impressa é de outro passaporte.',
  'other-code.text':
    'Foi copiada para junto deste código. Confie nesta página e não no papel, e peça o passaporte original.',
  'other-name.title': 'O papel foi assinado para outro nome.',
  'other-name.text':
    'Assinatura: {paper}. Este código: {server}. Confie nesta página e peça o passaporte original ou um documento de identificação.',
  'old-key.title': 'A assinatura impressa já não é reconhecida.',
  'old-key.text':
    'A chave usada já não é segura. Confie nesta página; o passaporte pode ser impresso de novo.',
  'unknown-key.title': 'A assinatura impressa não é nossa.',
  'unknown-key.text':
    'Foi feita com uma chave desconhecida aqui. Confie nesta página e não no papel, e peça o passaporte original.',
  'damaged.title': 'Não foi possível ler a assinatura impressa.',
  'damaged.text':
    'O código QR foi mal lido ou a ligação está cortada. Leia-o de novo, com a folha plana; se não der, confie nesta página.',
  'neither.title': 'Nem o servidor nem o seu telemóvel reconhecem este papel.',
  'neither.text': 'Não tome por verdadeiro nada do que diz; peça o passaporte original.',
  'cannot.title': 'O seu telemóvel não consegue verificar o papel sozinho.',
  'cannot.text': 'O navegador é demasiado antigo. Basta a resposta do servidor.',
  'no-keys.title': 'O seu telemóvel não conseguiu verificar o papel.',
  'no-keys.text':
    'Não recebeu as chaves. Basta a resposta do servidor; recarregue a página para tentar de novo.',
  'nobody.title': 'Nem o servidor nem o seu telemóvel conseguiram verificar este papel.',
  'nobody.text': 'Isso não quer dizer que seja falso: recarregue a página dentro de alguns minutos.',
  'differ.title': 'O servidor e o seu telemóvel não dizem o mesmo.',
  'differ.text':
    'Recarregue a página. Se o problema continuar, fique com a resposta menos favorável e pergunte a {issuer}.',
  'clock.title': 'O papel é original; o relógio do seu telemóvel está atrasado.',
  'clock.text': 'Pelo relógio dele, este passaporte ainda não está assinado. Basta a resposta do servidor.',

  hereTitle: 'Verificar sem rede',
  hereLede:
    'Leia o código QR de um passaporte com a câmara: sem rede, esta página responde em vez do servidor.',
  hereScript: 'Esta página precisa de JavaScript: é o seu telemóvel que verifica.',
  here: 'Verificado pelo seu telemóvel, sem rede.',
  hereNot: 'Sem rede: só o seu telemóvel respondeu.',
  known: 'Chaves e retiradas conhecidas em {when}.',
  old: 'Estas informações têm mais de 30 dias: pode faltar uma retirada recente. Verifique de novo com rede.',
  'here.verified.sentence': 'Assinado por {issuer} em {month} e, que saibamos, não retirado.',
  'here.verified.proves':
    'Este papel foi assinado por {issuer} para este nome e estas competências, e nada nele mudou. Em {when} não estava retirado.',
  'here.verified.next': 'Com rede, esta página diz mais: observações, datas, a quem escrever.',
  'here.not-yet-valid.sentence':
    'Este papel é autêntico, mas tem a data de {month}. O relógio deste telemóvel está certo?',
  'here.superseded.title': 'Este papel já não está atualizado',
  'here.superseded.sentence':
    'É autêntico, mas nem tudo o que diz se mantém: uma atestação foi retirada, ou uma versão mais recente substituiu-o.',
  'here.superseded.notProves': 'Que tudo o que diz ainda seja verdade hoje.',
  'here.superseded.next': 'Peça à pessoa a versão atual ou volte a abrir esta página com rede.',
  'here.network.title': 'Para este papel é preciso rede',
  'here.network.sentence': 'O código QR não traz assinatura: só o servidor pode responder.',
  'here.key-unknown': 'A sua chave não está entre as que este telemóvel conhece: talvez seja mais recente.',
  'here.no-keys':
    'Este telemóvel não tem as chaves necessárias: recebe-as quando esta página é aberta com rede.',
  'here.cannot': 'O navegador deste telemóvel é demasiado antigo para verificar sem rede.',
  'here.not-readable': 'A assinatura impressa está ilegível: leia de novo o código QR, com a folha plana.',
  'here.other-code': 'A assinatura impressa é de outro passaporte.',
  'here.next': 'Verifique de novo assim que tiver rede.',
  retry: 'Tentar de novo com rede',
  moreSkills: 'Ver as outras competências',
  signedBy: 'assinou este passaporte, {month}',
  underMonth: 'menos de um mês',
  unnamedSkill: 'Competência n.º {number}',
  level: 'nível {level} de {of}',

  check: 'Verificar também neste dispositivo',
  checkHint: 'Repete aqui cada verificação do servidor, depois de descarregar cerca de 110 kB.',
  checking: 'A verificar…',
  'checked.same': 'Verificado neste dispositivo: diz o mesmo que o servidor.',
  'checked.other':
    'Este dispositivo não responde como o servidor: «{verdict}». Recarregue a página; se o problema continuar, escreva à organização.',
  'checked.key':
    'Este dispositivo não sabe quando este documento foi assinado com uma chave entretanto retirada: só o registo do servidor o sabe.',
  'checked.failed': 'Este dispositivo não conseguiu terminar. Basta a resposta do servidor.',
}
