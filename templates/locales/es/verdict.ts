import type { verdict as original } from '../fr/verdict.ts'
import type { SameKeys } from '../messages.ts'

export const verdict: SameKeys<typeof original> = {
  voiceDeclared: 'declarado',
  hostSays: 'Lo que dice la entidad de acogida',
  hostDates: 'Fechas según la entidad de acogida: {dates}.',
  voiceAttested: 'acreditado',
  voiceConfirmed: 'confirmado',

  'verified.title': 'Es auténtico',
  'verified.sentence': 'Emitido por {issuer} el {date}, válido hoy.',
  'verified.proves':
    'Este documento lo firmó {issuer}; desde entonces nada ha cambiado en él y no se ha retirado.',
  'verified.notProves':
    'Que la persona que tiene delante sea {holder}: si lo necesita, pida un documento de identidad. Tampoco es un título académico.',
  'verified.next':
    '¿Alguna pregunta sobre estas competencias? La organización que las acredita le responderá.',
  'verified.nextPlatform':
    '¿Alguna pregunta sobre estas competencias? La organización ha cerrado: la plataforma responde por ella.',
  'verified.nextAlone':
    '¿Alguna pregunta sobre estas competencias? Hable con la persona: nadie las cuenta mejor.',

  'not-yet-valid.title': 'Todavía no es válido',
  'not-yet-valid.sentence': 'Este documento es auténtico, pero solo será válido a partir del {date}.',
  'not-yet-valid.proves': 'Lo firmó {issuer} y no se ha modificado.',
  'not-yet-valid.notProves': 'Que vaya a ser válido ese día: puede retirarse antes.',
  'not-yet-valid.next': 'Vuelva a verificarlo a partir del {date} o escriba a la organización.',

  'expired.title': 'Su plazo de validez ha terminado',
  'expired.sentence': 'Este documento es auténtico. Fue válido hasta el {date}: no por ello es falso.',
  'expired.proves': 'Lo que dice lo acreditó {issuer} en la fecha indicada.',
  'expired.notProves': 'Que esta información siga siendo actual.',
  'expired.next': 'Pregunte a la persona si tiene uno más reciente o escriba a la organización.',

  'suspended.title': 'Suspendido por el momento',
  'suspended.sentence':
    'La organización que emitió este documento lo ha suspendido. Puede ser algo temporal.',
  'suspended.proves': 'Lo emitió {issuer} y no se ha modificado.',
  'suspended.notProves':
    'Que su contenido sea correcto, ni que no lo sea: la organización está comprobando algo.',
  'suspended.next': 'Escriba a la organización o vuelva dentro de unos días.',

  'revoked.title': 'Este documento ha sido retirado',
  'revoked.sentence': 'La organización que lo emitió lo ha retirado: ya no es válido.',
  'revoked.sentenceDated': 'Retirado el {date} por la organización que lo emitió: ya no es válido.',
  'revoked.proves': 'Lo emitió {issuer} y después se retiró.',
  'revoked.provesErased': 'Se emitió aquí y después se retiró. Su contenido ya no se conserva.',
  'revoked.notProves':
    'Que la persona haya hecho algo mal: a menudo se retira un documento para corregir un simple error.',
  'revoked.next': 'No se base en este documento. Pida uno actualizado o escriba a la organización.',

  'superseded.title': 'Hay una versión más reciente',
  'superseded.sentence': 'Este documento es auténtico. Una versión más reciente lo ha sustituido.',
  'superseded.corrected': 'Se ha corregido un dato: lea solo la versión actual.',
  'superseded.proves': 'Esta versión la firmó {issuer} y no se ha modificado.',
  'superseded.notProves': 'Que esté actualizada: lea la que la ha sustituido.',
  'superseded.next': 'Abra la versión actual: se verifica de la misma manera.',

  'erased.title': 'Este documento ha sido borrado',
  'erased.sentence':
    'La persona a la que pertenecía pidió el {date} que se borraran todos sus datos. Es su derecho.',
  'erased.proves': 'Que existió un documento con este código. Su contenido ya no se conserva aquí.',
  'erased.notProves': 'Que lo escrito en el papel sea verdadero o falso: ya no podemos compararlo con nada.',
  'erased.next':
    'Hable con la persona. Si conserva el archivo firmado, todavía puede verificarse en la página «Verificar un documento».',

  'issuer-unknown.title': 'No conocemos al emisor',
  'issuer-unknown.sentence': 'La firma está intacta, pero aquí nadie responde por la organización que firmó.',
  'issuer-unknown.proves': 'El contenido no se ha modificado desde que se firmó.',
  'issuer-unknown.notProves': 'Que el emisor sea quien dice ser: cualquiera puede firmar un documento.',
  'issuer-unknown.next':
    'Póngase en contacto con el emisor por una vía que ya conozca: su sitio web o su teléfono.',

  'not-authentic.title': 'Este documento no es auténtico',
  'not-authentic.sentence': 'La firma no corresponde al contenido: no dé por cierto nada de lo que dice.',
  'not-authentic.proves': 'Se modificó después de firmarse, o la organización que indica nunca lo firmó.',
  'not-authentic.notProves':
    'Quién lo modificó, ni que la persona lo sepa: un archivo también puede dañarse solo.',
  'not-authentic.next': 'Pida el pasaporte original: el código QR impreso o el archivo tal como se entregó.',

  'compromised.title': 'Su firma ya no se reconoce',
  'compromised.sentence':
    'Alguien ajeno a la organización puede haber usado la clave de firma: no dé por cierto nada de lo que dice.',
  'compromised.proves':
    'Se comunicó que la clave de firma no era segura y nada indica que este documento se firmara antes.',
  'compromised.notProves': 'Que su contenido sea falso, ni que la persona tenga nada que ver.',
  'compromised.next':
    'Pida la versión firmada de nuevo: la organización la prepara para las personas afectadas.',

  'unverifiable-now.title': 'Ahora no se puede verificar',
  'unverifiable-now.sentence': 'Nos falta un dato para responder. No por ello el documento es falso.',
  'unverifiable-now.proves': 'Por ahora, nada.',
  'unverifiable-now.notProves': 'Que el documento sea verdadero, ni que sea falso.',
  'unverifiable-now.next':
    'Inténtelo de nuevo en unos minutos. Si sigue igual, escriba a la organización que lo emitió.',

  'private.title': 'Este pasaporte es privado por ahora',
  'private.sentence': 'Se emitió aquí a {holder} y su página no está abierta.',
  'private.proves': 'Que aquí se emitió un documento a {holder} con este código.',
  'private.notProves':
    'Lo que dice, ni si es verdadero o falso: mientras sea privado, no decimos nada de él. Eso no dice nada en contra de la persona.',
  'private.next':
    'La persona puede enseñarle su pasaporte, en papel o en su teléfono. También puede volver más tarde.',

  'not-found.title': 'Ningún documento con este código',
  'not-found.sentence': 'El código {code} no corresponde a ningún documento emitido aquí.',
  'not-found.proves': 'Nada: no conocemos este código, eso es todo.',
  'not-found.notProves': 'Que alguien quiera engañar: es fácil copiar mal un código.',
  'not-found.next': 'Revise el código o escanee de nuevo el código QR.',

  'because.status': 'No hemos podido saber si este documento se ha retirado.',
  'because.context': 'Utiliza un vocabulario que no conocemos.',
  'because.size': 'Es más grande de lo que podemos verificar aquí.',
  'because.proof': 'No hemos podido obtener las claves del emisor.',

  'reason.issued-in-error': 'Se había emitido por error.',
  'reason.content-wrong': 'Uno de los datos no era correcto.',
  'reason.person-wrong': 'Estaba a nombre de otra persona.',
  'reason.holder-request': 'La persona lo pidió.',
  'reason.key-compromised': 'La clave con la que se firmó ya no es segura.',

  somebody: 'la persona indicada',
  shareTitle: 'Pasaporte de competencias: verificar',
  checkedAt: 'Verificado el {date}.',
  skills: 'Lo que sabe hacer {holder}',
  moreSkills: { one: 'Ver la otra competencia', other: 'Ver las otras {count} competencias' },
  stayWeeks: { one: '{count} semana', other: '{count} semanas' },
  stayDays: { one: '{count} día', other: '{count} días' },
  attestedRole: 'acredita estas competencias',
  confirmedRole: 'lo confirma in situ',
  whoAttests: 'Quién lo acredita',
  authority: 'Con qué formación',
  today: 'hoy: {name}',
  todayClosed: 'hoy: organización cerrada',
  ground: 'formación: {title}, {provider}, {date}',
  writeTo: 'Escribir a la organización',
  writeToOne: 'Escribir: {organisation}',
  writeToPlatform: 'Escribir a la plataforma',
  mailSubject: 'Pregunta sobre el pasaporte {code}',
  withdrawnTitle: {
    one: 'Se ha retirado una acreditación',
    other: 'Se han retirado {count} acreditaciones',
  },
  withdrawnOn: 'retirada el {date}',
  withdrawn: 'retirada',
  withdrawnText: 'El resto del pasaporte sigue verificado. No tenga en cuenta lo siguiente.',
  pausedTitle: {
    one: 'Una acreditación no está confirmada hoy',
    other: '{count} acreditaciones no están confirmadas hoy',
  },
  openSuccessor: 'Ver la versión actual',
  successorAt: 'La versión actual se lee aquí: {url}',
  oldVersion: 'Ver lo que decía esta versión',
  observations: 'Lo que se observó',
  observedBy: '{official}, {organisation}',
  stays: 'La estancia',
  programme: 'Programa',
  activity: 'Actividad',
  host: 'Entidad de acogida',
  place: 'Lugar',
  dates: 'Fechas',
  fromTo: 'del {start} al {end}',
  sessions: 'Formaciones realizadas',
  proves: 'Lo que esto demuestra',
  notProves: 'Lo que esto no demuestra',
  nextStep: '¿Y ahora?',
  how: 'Cómo lo hemos verificado',
  rawData: 'Datos firmados (JSON)',
  reportJson: 'El resultado para un programa (JSON)',
  reportLink: 'Imprimir un informe de verificación',
  reportTitle: 'Informe de verificación',
  reportPrint: 'Imprimir',
  reportHowToPrint: 'Para imprimir esta página: el menú de su navegador y después «Imprimir».',
  reportBack: 'Volver al pasaporte',
  reportWhen: 'Verificado el',
  reportInstant: '{date}, hora de París ({instant})',
  reportCode: 'Código',
  reportHolder: 'Titular',
  reportIssuer: 'Emitido por',
  reportDid: 'Identificador del emisor',
  reportKey: 'Clave de firma',
  reportSignedOn: 'Firmado el',
  reportDigest: 'Huella SHA-256',
  reportDigestHint: 'del documento firmado, byte a byte',
  reportStandards: 'Normas',
  reportSoftware: 'Verificado con',
  reportChecks: 'Lo que se ha verificado',
  reportNoChecks: 'No se ha examinado ningún documento.',
  reportAgain: 'Verificar de nuevo',
  reportAgainText:
    'Este informe dice lo que era cierto en esa fecha. Un documento puede retirarse después: para saber su estado actual, escanee este código o abra',
  reportQr: 'Código QR de la página de verificación',
  statement: 'Lo que dice este documento',
  claimedBy: 'Firmado por',
  claimedAbout: 'Sobre',
  claimedName: 'Título',
  claimedOn: 'Emitido el',

  'check.document': 'El archivo se puede leer',
  'check.data-model': 'Su formato sigue la norma',
  'check.context': 'Su vocabulario es conocido',
  'check.proof': 'La firma corresponde al contenido',
  'check.issuer': 'El emisor es conocido',
  'check.validity': 'Es válido hoy',
  'check.status': 'No se ha retirado',
  'check.schema': 'Sigue su esquema',
  'check.members': 'Cada acreditación que contiene está verificada',
  'check.holder': 'Lo presenta la persona correcta',
  'check.credentials': 'Las acreditaciones presentadas están verificadas',
  'check.successor': 'Ninguna versión más reciente lo sustituye',
  'status.passed': 'sí',
  'status.failed': 'no',
  'status.warning': 'aviso',
  'status.skipped': 'no procede',
  'status.unavailable': 'sin respuesta',

  codeLabel: 'Código impreso debajo del código QR',
  codeHint: '12 letras y cifras, por ejemplo 7K3F\u00a09QXW\u00a02M4T.',
  verifyByCodeAction: 'Verificar este código',
  verifyOther: 'Verificar otro documento',
}
