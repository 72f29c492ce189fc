import type { phone as original } from '../fr/phone.ts'
import type { SameKeys } from '../messages.ts'

export const phone: SameKeys<typeof original> = {
  byServer: 'Verificado por el servidor',
  byPhone: 'Verificado por su teléfono',

  'agree.title': 'Los dos dicen lo mismo.',
  'original.title': 'El papel es original, pero lea la respuesta de arriba.',
  'original.text':
    'Su teléfono ha reconocido la firma impresa. Desde entonces la situación del documento ha cambiado: cuenta la respuesta del servidor.',
  'private.title': 'El papel es original.',
  'private.text': 'Su teléfono ha reconocido la firma impresa. La página es privada y no dice nada más.',
  'erased.title': 'El papel es original.',
  'erased.text':
    'Su teléfono ha reconocido la firma impresa. La persona pidió que se borrara lo que se guardaba aquí: solo queda su papel.',
  'missing.title': 'El papel es original, pero el servidor no conoce este código.',
  'missing.text':
    'La firma impresa es correcta y, sin embargo, el documento ya no está aquí. Pregunte a {issuer} antes de fiarse.',
  'alone.title': 'Su teléfono sí ha podido verificar el papel.',
  'alone.text': 'La firma impresa es correcta. Para lo demás, recargue esta página dentro de unos minutos.',
  'refused.title': 'El papel es original, pero el servidor no reconoce este documento.',
  'refused.text': 'No se fíe por ahora: pregunte a {issuer}.',
  'forged.title': 'Este no es el papel que firmamos.',
  'forged.text':
    'El código existe, pero la firma impresa con él es falsa. Fíese de esta página y no del papel, y pida el pasaporte original.',
  'other-code.title': 'La firma impresa es la de otro pasaporte.',
  'other-code.text':
    'Se copió junto a este código. Fíese de esta página y no del papel, y pida el pasaporte original.',
  'other-name.title': 'El papel se firmó para otro nombre.',
  'other-name.text':
    'Firma: {paper}. Este código: {server}. Fíese de esta página y pida el pasaporte original o un documento de identidad.',
  'old-key.title': 'La firma impresa ya no se reconoce.',
  'old-key.text':
    'La clave utilizada ya no es segura. Fíese de esta página; el pasaporte se puede volver a imprimir.',
  'unknown-key.title': 'La firma impresa no es nuestra.',
  'unknown-key.text':
    'Se hizo con una clave desconocida aquí. Fíese de esta página y no del papel, y pida el pasaporte original.',
  'damaged.title': 'No se ha podido leer la firma impresa.',
  'damaged.text':
    'El código QR se leyó mal o el enlace está cortado. Escanéelo de nuevo, bien plano; si no, fíese de esta página.',
  'neither.title': 'Ni el servidor ni su teléfono reconocen este papel.',
  'neither.text': 'No dé por cierto nada de lo que dice; pida el pasaporte original.',
  'cannot.title': 'Su teléfono no puede verificar el papel por sí mismo.',
  'cannot.text': 'Su navegador es demasiado antiguo. Basta la respuesta del servidor.',
  'no-keys.title': 'Su teléfono no ha podido verificar el papel.',
  'no-keys.text':
    'No ha recibido las claves. Basta la respuesta del servidor; recargue la página para volver a intentarlo.',
  'nobody.title': 'Ni el servidor ni su teléfono han podido verificar este papel.',
  'nobody.text': 'Eso no quiere decir que sea falso: recargue la página dentro de unos minutos.',
  'differ.title': 'El servidor y su teléfono no dicen lo mismo.',
  'differ.text':
    'Recargue la página. Si sigue igual, quédese con la respuesta menos favorable y pregunte a {issuer}.',
  'clock.title': 'El papel es original; el reloj de su teléfono va atrasado.',
  'clock.text': 'Según su reloj, este pasaporte aún no está firmado. Basta la respuesta del servidor.',

  hereTitle: 'Verificar sin conexión',
  hereLede:
    'Escanee el código QR de un pasaporte con la cámara: sin conexión, esta página responde en lugar del servidor.',
  hereScript: 'Esta página necesita JavaScript: es su teléfono el que verifica.',
  here: 'Verificado por su teléfono, sin conexión.',
  hereNot: 'Sin conexión: solo ha respondido su teléfono.',
  known: 'Claves y retiradas conocidas a fecha de {when}.',
  old: 'Esta información tiene más de 30 días: puede faltar una retirada reciente. Verifique de nuevo con conexión.',
  'here.verified.sentence': 'Firmado por {issuer} en {month} y, que sepamos, no retirado.',
  'here.verified.proves':
    'Este papel lo firmó {issuer} para este nombre y estas competencias, y nada ha cambiado en él. A fecha de {when} no estaba retirado.',
  'here.verified.next': 'Con conexión, esta página dice más: observaciones, fechas, a quién escribir.',
  'here.not-yet-valid.sentence':
    'Este papel es auténtico, pero lleva fecha de {month}. ¿Está en hora este teléfono?',
  'here.superseded.title': 'Este papel ya no está actualizado',
  'here.superseded.sentence':
    'Es auténtico, pero no todo lo que dice sigue en pie: se ha retirado una acreditación o lo ha sustituido una versión más reciente.',
  'here.superseded.notProves': 'Que todo lo que dice siga siendo cierto hoy.',
  'here.superseded.next': 'Pida a la persona la versión actual o vuelva a abrir esta página con conexión.',
  'here.network.title': 'Para este papel hace falta conexión',
  'here.network.sentence': 'Su código QR no lleva firma: solo el servidor puede responder.',
  'here.key-unknown': 'Su clave no está entre las que conoce este teléfono: quizá sea más reciente.',
  'here.no-keys':
    'Este teléfono no tiene las claves necesarias: las recibe cuando esta página se abre con conexión.',
  'here.cannot': 'El navegador de este teléfono es demasiado antiguo para verificar sin conexión.',
  'here.not-readable': 'La firma impresa no se puede leer: escanee de nuevo el código QR, bien plano.',
  'here.other-code': 'La firma impresa es la de otro pasaporte.',
  'here.next': 'Verifique de nuevo en cuanto tenga conexión.',
  retry: 'Reintentar con conexión',
  moreSkills: 'Ver las demás competencias',
  signedBy: 'firmó este pasaporte, {month}',
  underMonth: 'menos de un mes',
  unnamedSkill: 'Competencia n.º {number}',
  level: 'nivel {level} de {of}',

  check: 'Verificar también en este dispositivo',
  checkHint: 'Repite aquí cada control del servidor, tras descargar unos 110 kB.',
  checking: 'Verificando…',
  'checked.same': 'Verificado en este dispositivo: dice lo mismo que el servidor.',
  'checked.other':
    'Este dispositivo no responde como el servidor: «{verdict}». Recargue la página; si sigue igual, escriba a la organización.',
  'checked.key':
    'Este dispositivo no sabe cuándo se firmó este documento con una clave retirada desde entonces: solo lo sabe el registro del servidor.',
  'checked.failed': 'Este dispositivo no ha podido terminar. Basta la respuesta del servidor.',
}
