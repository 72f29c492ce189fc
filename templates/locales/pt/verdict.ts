import type { verdict as original } from '../fr/verdict.ts'
import type { SameKeys } from '../messages.ts'

export const verdict: SameKeys<typeof original> = {
  voiceDeclared: 'declarado',
  hostSays: 'O que diz a entidade de acolhimento',
  hostDates: 'Datas segundo a entidade de acolhimento: {dates}.',
  voiceAttested: 'atestado',
  voiceConfirmed: 'confirmado',

  'verified.title': 'É autêntico',
  'verified.sentence': 'Emitido por {issuer} em {date}, válido hoje.',
  'verified.proves':
    'Este documento foi assinado por {issuer}, nada nele mudou desde então e não foi retirado.',
  'verified.notProves':
    'Que a pessoa à sua frente seja mesmo {holder}: se precisar, peça um documento de identificação. Também não é um diploma.',
  'verified.next': 'Alguma pergunta sobre estas competências? A organização que as atesta responde-lhe.',
  'verified.nextPlatform':
    'Alguma pergunta sobre estas competências? A organização encerrou: a plataforma responde por ela.',
  'verified.nextAlone':
    'Alguma pergunta sobre estas competências? Fale com a pessoa: ninguém as conta melhor.',

  'not-yet-valid.title': 'Ainda não é válido',
  'not-yet-valid.sentence': 'Este documento é autêntico, mas só é válido a partir de {date}.',
  'not-yet-valid.proves': 'Foi assinado por {issuer} e não foi alterado.',
  'not-yet-valid.notProves': 'Que venha a ser válido nesse dia: pode ser retirado até lá.',
  'not-yet-valid.next': 'Volte a verificá-lo a partir de {date} ou escreva à organização.',

  'expired.title': 'O prazo de validade terminou',
  'expired.sentence': 'Este documento é autêntico. Foi válido até {date}: nem por isso é falso.',
  'expired.proves': 'O que diz foi atestado por {issuer} na data indicada.',
  'expired.notProves': 'Que estas informações ainda estejam atualizadas.',
  'expired.next': 'Pergunte à pessoa se tem um mais recente ou escreva à organização.',

  'suspended.title': 'Suspenso por agora',
  'suspended.sentence': 'A organização que emitiu este documento suspendeu-o. Talvez seja temporário.',
  'suspended.proves': 'Foi emitido por {issuer} e não foi alterado.',
  'suspended.notProves':
    'Que o conteúdo esteja certo, nem que esteja errado: a organização está a verificar algo.',
  'suspended.next': 'Escreva à organização ou volte dentro de alguns dias.',

  'revoked.title': 'Este documento foi retirado',
  'revoked.sentence': 'A organização que o emitiu retirou-o: já não é válido.',
  'revoked.sentenceDated': 'Retirado em {date} pela organização que o emitiu: já não é válido.',
  'revoked.proves': 'Foi emitido por {issuer} e depois retirado.',
  'revoked.provesErased': 'Foi emitido aqui e depois retirado. O conteúdo já não está guardado.',
  'revoked.notProves':
    'Que a pessoa tenha feito algo de errado: muitas vezes retira-se um documento para corrigir um simples erro.',
  'revoked.next': 'Não se baseie neste documento. Peça um atualizado ou escreva à organização.',

  'superseded.title': 'Existe uma versão mais recente',
  'superseded.sentence': 'Este documento é autêntico. Foi substituído por uma versão mais recente.',
  'superseded.corrected': 'Uma informação foi corrigida: leia apenas a versão atual.',
  'superseded.proves': 'Esta versão foi assinada por {issuer} e não foi alterada.',
  'superseded.notProves': 'Que esteja atualizada: leia a que a substituiu.',
  'superseded.next': 'Abra a versão atual: verifica-se da mesma maneira.',

  'erased.title': 'Este documento foi apagado',
  'erased.sentence':
    'A pessoa a quem pertencia pediu, em {date}, que fosse apagado tudo o que lhe diz respeito. É um direito seu.',
  'erased.proves': 'Que existiu um documento com este código. O conteúdo já não está guardado aqui.',
  'erased.notProves':
    'Que o que está escrito no papel seja verdadeiro ou falso: já não temos com que o comparar.',
  'erased.next':
    'Fale com a pessoa. Se guardou o ficheiro assinado, ainda pode ser verificado na página «Verificar um documento».',

  'issuer-unknown.title': 'Não conhecemos o emissor',
  'issuer-unknown.sentence':
    'A assinatura está intacta, mas ninguém aqui responde pela organização que assinou.',
  'issuer-unknown.proves': 'O conteúdo não foi alterado desde a assinatura.',
  'issuer-unknown.notProves': 'Que o emissor seja quem diz ser: qualquer pessoa pode assinar um documento.',
  'issuer-unknown.next': 'Contacte o emissor por um meio que já conheça: o seu site ou o seu telefone.',

  'not-authentic.title': 'Este documento não é autêntico',
  'not-authentic.sentence':
    'A assinatura não corresponde ao conteúdo: não tome por verdadeiro nada do que diz.',
  'not-authentic.proves': 'Foi alterado depois de assinado, ou a organização que refere nunca o assinou.',
  'not-authentic.notProves':
    'Quem o alterou, nem que a pessoa o saiba: um ficheiro também se pode danificar sozinho.',
  'not-authentic.next':
    'Peça o passaporte original: o código QR impresso ou o ficheiro tal como foi entregue.',

  'compromised.title': 'A assinatura já não é reconhecida',
  'compromised.sentence':
    'Alguém alheio à organização pode ter usado a chave de assinatura: não tome por verdadeiro nada do que diz.',
  'compromised.proves':
    'A chave de assinatura foi declarada insegura e nada mostra que a assinatura seja anterior.',
  'compromised.notProves': 'Que o conteúdo seja falso, nem que a pessoa tenha alguma coisa a ver com isso.',
  'compromised.next': 'Peça a versão assinada de novo: a organização prepara-a para as pessoas em causa.',

  'unverifiable-now.title': 'Não é possível verificar agora',
  'unverifiable-now.sentence': 'Falta-nos uma informação para responder. Nem por isso o documento é falso.',
  'unverifiable-now.proves': 'Por agora, nada.',
  'unverifiable-now.notProves': 'Que o documento seja verdadeiro, nem que seja falso.',
  'unverifiable-now.next':
    'Tente de novo dentro de alguns minutos. Se o problema continuar, escreva à organização que o emitiu.',

  'private.title': 'Este passaporte é privado por agora',
  'private.sentence': 'Foi emitido aqui a {holder} e a sua página não está aberta.',
  'private.proves': 'Que aqui foi emitido um documento a {holder} com este código.',
  'private.notProves':
    'O que diz, nem se é verdadeiro ou falso: enquanto for privado, nada dizemos sobre ele. Isso nada diz contra a pessoa.',
  'private.next':
    'A própria pessoa pode mostrar-lhe o passaporte, em papel ou no telemóvel. Também pode voltar mais tarde.',

  'not-found.title': 'Nenhum documento com este código',
  'not-found.sentence': 'O código {code} não corresponde a nenhum documento emitido aqui.',
  'not-found.proves': 'Nada: apenas não conhecemos este código.',
  'not-found.notProves': 'Que alguém queira enganar: é fácil copiar mal um código.',
  'not-found.next': 'Confirme o código ou leia de novo o código QR.',

  'because.status': 'Não conseguimos saber se este documento foi retirado.',
  'because.context': 'Usa um vocabulário que não conhecemos.',
  'because.size': 'É maior do que podemos verificar aqui.',
  'because.proof': 'Não conseguimos obter as chaves do emissor.',

  'reason.issued-in-error': 'Tinha sido emitido por engano.',
  'reason.content-wrong': 'Uma das informações não estava certa.',
  'reason.person-wrong': 'Estava em nome de outra pessoa.',
  'reason.holder-request': 'Foi a pessoa que o pediu.',
  'reason.key-compromised': 'A chave com que foi assinado já não é segura.',

  somebody: 'a pessoa indicada',
  shareTitle: 'Passaporte de competências: verificar',
  checkedAt: 'Verificado em {date}.',
  skills: 'O que {holder} sabe fazer',
  moreSkills: { one: 'Ver a outra competência', other: 'Ver as outras {count} competências' },
  stayWeeks: { one: '{count} semana', other: '{count} semanas' },
  stayDays: { one: '{count} dia', other: '{count} dias' },
  attestedRole: 'atesta estas competências',
  confirmedRole: 'confirma-o no local',
  whoAttests: 'Quem o atesta',
  authority: 'A que título',
  today: 'hoje: {name}',
  todayClosed: 'hoje: organização encerrada',
  ground: 'formação: {title}, {provider}, {date}',
  writeTo: 'Escrever à organização',
  writeToOne: 'Escrever: {organisation}',
  writeToPlatform: 'Escrever à plataforma',
  mailSubject: 'Pergunta sobre o passaporte {code}',
  withdrawnTitle: {
    one: 'Uma atestação foi retirada',
    other: '{count} atestações foram retiradas',
  },
  withdrawnOn: 'retirada em {date}',
  withdrawn: 'retirada',
  withdrawnText: 'O resto do passaporte continua verificado. Não tenha em conta o que se segue.',
  pausedTitle: {
    one: 'Uma atestação não está confirmada hoje',
    other: '{count} atestações não estão confirmadas hoje',
  },
  openSuccessor: 'Ver a versão atual',
  successorAt: 'A versão atual lê-se aqui: {url}',
  oldVersion: 'Ver o que dizia esta versão',
  observations: 'O que foi observado',
  observedBy: '{official}, {organisation}',
  stays: 'A estadia',
  programme: 'Programa',
  activity: 'Atividade',
  host: 'Entidade de acolhimento',
  place: 'Local',
  dates: 'Datas',
  fromTo: 'de {start} a {end}',
  sessions: 'Formações frequentadas',
  proves: 'O que isto prova',
  notProves: 'O que isto não prova',
  nextStep: 'E agora?',
  how: 'Como verificámos',
  rawData: 'Dados assinados (JSON)',
  reportJson: 'O resultado para um programa (JSON)',
  reportLink: 'Imprimir um relatório de verificação',
  reportTitle: 'Relatório de verificação',
  reportPrint: 'Imprimir',
  reportHowToPrint: 'Para imprimir esta página: o menu do seu navegador e depois «Imprimir».',
  reportBack: 'Voltar ao passaporte',
  reportWhen: 'Verificado em',
  reportInstant: '{date}, hora de Paris ({instant})',
  reportCode: 'Código',
  reportHolder: 'Titular',
  reportIssuer: 'Emitido por',
  reportDid: 'Identificador do emissor',
  reportKey: 'Chave de assinatura',
  reportSignedOn: 'Assinado em',
  reportDigest: 'Resumo SHA-256',
  reportDigestHint: 'do documento assinado, byte a byte',
  reportStandards: 'Normas',
  reportSoftware: 'Verificado com',
  reportChecks: 'O que foi verificado',
  reportNoChecks: 'Nenhum documento foi examinado.',
  reportAgain: 'Verificar de novo',
  reportAgainText:
    'Este relatório diz o que era verdade nessa data. Um documento pode ser retirado depois: para saber o estado atual, leia este código ou abra',
  reportQr: 'Código QR da página de verificação',
  statement: 'O que diz este documento',
  claimedBy: 'Assinado por',
  claimedAbout: 'Sobre',
  claimedName: 'Título',
  claimedOn: 'Emitido em',

  'check.document': 'O ficheiro é legível',
  'check.data-model': 'O seu formato segue a norma',
  'check.context': 'O seu vocabulário é conhecido',
  'check.proof': 'A assinatura corresponde ao conteúdo',
  'check.issuer': 'O emissor é conhecido',
  'check.validity': 'É válido hoje',
  'check.status': 'Não foi retirado',
  'check.schema': 'Segue o seu esquema',
  'check.members': 'Cada atestação que contém está verificada',
  'check.holder': 'É apresentado pela pessoa certa',
  'check.credentials': 'As atestações apresentadas estão verificadas',
  'check.successor': 'Nenhuma versão mais recente o substitui',
  'status.passed': 'sim',
  'status.failed': 'não',
  'status.warning': 'aviso',
  'status.skipped': 'não se aplica',
  'status.unavailable': 'sem resposta',

  codeLabel: 'Código impresso por baixo do código QR',
  codeHint: '12 letras e algarismos, por exemplo 7K3F\u00a09QXW\u00a02M4T.',
  verifyByCodeAction: 'Verificar este código',
  verifyOther: 'Verificar outro documento',
}
