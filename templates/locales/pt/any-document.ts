import type { anyDocument as original } from '../fr/any-document.ts'
import type { SameKeys } from '../messages.ts'

export const anyDocument: SameKeys<typeof original> = {
  title: 'Verificar um documento',
  lede: 'Um passaporte, um crachá digital, uma atestação: em PDF, imagem, fotografia ou texto. Sem conta e sem custos; tudo é lido, verificado e depois esquecido.',
  fileLabel: 'O ficheiro, ou uma fotografia do seu código QR',
  fileHint: 'PDF, imagem, .json, .jwt… no máximo 5 MB, 10 MB para uma fotografia.',
  drop: 'Largue-o aqui ou escolha-o.',
  chosen: 'Escolhido: {name}',
  dropHere: 'Largue para verificar',
  codeLabel: 'Ou o código impresso por baixo do código QR',
  codeHint: '12 letras e algarismos, por exemplo 7K3F\u00a09QXW\u00a02M4T.',
  textLabel: 'Ou uma ligação, ou o conteúdo do documento',
  textHint: 'Cole o que recebeu: um endereço, JSON ou um texto que começa por eyJ…',
  submit: 'Verificar',
  notFollowed: 'O que lá está (não o abrimos):',

  'what.passport': 'Um passaporte, que reúne várias atestações',
  'what.open-badge-3': 'Um crachá Open Badges 3.0',
  'what.open-badge-2': 'Um crachá Open Badges 2.0',
  'what.endorsement': 'Uma confirmação de terceiros',
  'what.credential': 'Uma atestação digital',
  'in.pdf': '{what}, num PDF',
  'in.png': '{what}, numa imagem',
  'in.svg': '{what}, numa imagem',
  'in.qr': '{what}, num código QR',
  'around.pages':
    'Verificámos os dados assinados anexos a este PDF, não as suas páginas: confie no que está escrito aqui.',
  'around.picture':
    'Verificámos os dados assinados contidos nesta imagem, não o que ela mostra: confie no que está escrito aqui.',
  token: 'A sua assinatura é a de um token (JWT).',
  presentation: 'Vinha numa apresentação: verificamos o que ela contém, não quem a apresenta.',
  others: {
    one: 'Há outra no mesmo lugar: só verificámos a primeira.',
    other: 'Há outras {count} no mesmo lugar: só verificámos a primeira.',
  },

  'why.unsigned': 'Este documento não tem assinatura: qualquer pessoa o pode ter escrito.',
  'why.foreignKey': 'Está assinado com uma chave que não é do emissor que indica.',
  'why.keyUnknown': 'Não encontrámos a sua chave de assinatura junto do emissor que indica.',
  'why.contradicts': 'O que diz o envelope assinado contradiz o que diz o documento.',
  'why.signatureExpired': 'A sua assinatura deixou de ser válida na data que indica.',
  'why.unspoken': 'Está assinado de uma forma que não sabemos verificar.',
  'why.baseProof': 'É o original que o titular guarda: peça-lhe a versão para mostrar.',
  'why.formless': 'O seu formato não segue a norma que invoca.',

  'older.title': 'Um crachá que não se verifica por assinatura',
  'older.same': 'O site {host} publica hoje este crachá tal como o recebeu. Nada mais o comprova.',
  'older.different': 'O site {host} publica hoje outra coisa nesse endereço.',
  'older.withdrawn': 'O site {host} diz que retirou este crachá.',
  'older.elsewhere': 'Este crachá é publicado por {host}, que não é o site do emissor que indica.',
  'older.unreachable': 'O site {host} não respondeu: não pudemos comparar nada.',
  'older.not-asked': 'Não o comparámos com o que o seu emissor publica.',
  'older.signed': 'Tem uma assinatura de um modelo antigo, que não verificamos.',
  'older.explain':
    'Os crachás Open Badges 2.0 estão no site do seu emissor: valem o que esse site diz deles no dia em que é consultado.',
  'older.next':
    'Vá ao site do emissor por um meio que já conheça, ou peça à pessoa um crachá Open Badges 3.0.',
  'older.claims': 'O que diz este crachá',
  'older.issuer': 'Emissor indicado',
  'older.host': 'Publicado em',
  another: 'Verificar outro documento',

  'problem.nothing': 'Escolha um ficheiro, cole um conteúdo ou escreva um código.',
  'problem.code': 'Isto não é um código: um código tem 12 letras e algarismos.',
  'problem.address':
    'Este endereço não é de um dos nossos documentos. Descarregue o ficheiro que ele mostra e largue-o aqui.',
  'problem.qr-address': 'Este código QR leva a outro site: não o abrimos.',
  'problem.qr-other': 'Este código QR contém algo que não é uma atestação.',
  'problem.not-recognised': 'Não reconhecemos aqui nem passaporte, nem crachá, nem atestação.',
  'problem.too-large': 'É demasiado grande para o podermos ler. Leia antes o seu código QR.',
  'problem.too-deep': 'Este conteúdo tem demasiados níveis para ser lido.',
  'problem.too-slow': 'A leitura demora demasiado. Leia antes o seu código QR.',
  'problem.busy': 'Há muita gente a verificar neste momento: tente de novo daqui a uns segundos.',
  'problem.damaged': 'Este ficheiro está danificado ou incompleto. Peça que lho enviem de novo.',
  'problem.pdf-without-attachment': 'Este PDF não contém dados assinados. Se mostrar um código QR, leia-o.',
  'problem.pdf-encrypted': 'Este PDF está protegido por palavra-passe. Leia antes o seu código QR.',
  'problem.picture-without-code':
    'Não vemos nem crachá nem código QR nesta imagem. Repita a fotografia mais perto, com a folha plana e sem reflexos.',
  'problem.picture-too-large': 'Esta imagem tem demasiados píxeis. Recorte-a à volta do código QR.',
  'problem.picture-format': 'Este formato de imagem não é lido aqui. Guarde-a em JPEG ou PNG.',
  'problem.svg-with-entities': 'Esta imagem SVG contém definições que, por prudência, não abrimos.',
  'problem.svg-without-badge': 'Esta imagem SVG não contém nenhum crachá.',
  'problem.archive': 'É um arquivo comprimido ou um documento Office. Largue o ficheiro que está lá dentro.',
  'problem.not-a-credential': 'Estes dados não são nem uma atestação nem um crachá.',
  'problem.badge-class': 'Este ficheiro descreve um crachá; não diz quem o recebeu. Peça o crachá da pessoa.',
  'problem.europass':
    'É uma credencial digital europeia (Europass). O seu selo verifica-se no site Europass da União Europeia.',
  'problem.sd-jwt': 'É uma atestação de carteira digital (SD-JWT), que ainda não sabemos verificar.',
  'problem.jwt-presentation':
    'É uma apresentação em forma de token, feita para um só destinatário. Peça a própria atestação.',
  'problem.jwt-other': 'É um token (JWT), mas não traz nenhuma atestação que possamos ler.',
}
