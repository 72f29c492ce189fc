import type { Message } from '../messages.ts'

/** The verdict page (design, section 5): each verdict says what it is, what it proves, what it does not, what to do next. */
export const verdict = {
  voiceDeclared: 'déclaré',
  hostSays: 'Ce que dit l’accueil à l’étranger',
  hostDates: 'Dates selon l’accueil\u00a0: {dates}.',
  voiceAttested: 'attesté',
  voiceConfirmed: 'confirmé',

  'verified.title': 'C’est authentique',
  'verified.sentence': 'Délivré par {issuer} le {date}, valable aujourd’hui.',
  'verified.proves':
    'Ce document a été signé par {issuer}, rien n’y a été changé depuis, et il n’a pas été retiré.',
  'verified.notProves':
    'Que la personne devant vous est bien {holder}\u00a0: au besoin, demandez une pièce d’identité. Ce n’est pas non plus un diplôme.',
  'verified.next': 'Une question sur ces compétences\u00a0? La structure qui les atteste vous répond.',
  'verified.nextPlatform':
    'Une question sur ces compétences\u00a0? La structure a fermé\u00a0: la plateforme répond pour elle.',
  'verified.nextAlone':
    'Une question sur ces compétences\u00a0? Parlez-en avec la personne\u00a0: c’est elle qui les raconte le mieux.',

  'not-yet-valid.title': 'Pas encore valable',
  'not-yet-valid.sentence': 'Ce document est authentique, mais il ne prend effet que le {date}.',
  'not-yet-valid.proves': 'Il a été signé par {issuer} et n’a pas été modifié.',
  'not-yet-valid.notProves': 'Qu’il sera valable ce jour-là\u00a0: il peut être retiré d’ici là.',
  'not-yet-valid.next': 'Revenez le vérifier à partir du {date}, ou écrivez à la structure.',

  'expired.title': 'Sa durée de validité est passée',
  'expired.sentence':
    'Ce document est authentique. Il était valable jusqu’au {date}\u00a0: cela ne le rend pas faux.',
  'expired.proves': 'Ce qu’il dit a été attesté par {issuer} à la date indiquée.',
  'expired.notProves': 'Que ces informations sont encore à jour.',
  'expired.next': 'Demandez à la personne si elle en a un plus récent, ou écrivez à la structure.',

  'suspended.title': 'Suspendu pour le moment',
  'suspended.sentence':
    'La structure qui l’a délivré a mis ce document en pause. C’est peut-être provisoire.',
  'suspended.proves': 'Il a été délivré par {issuer} et n’a pas été modifié.',
  'suspended.notProves':
    'Que son contenu est juste, ni qu’il est faux\u00a0: la structure vérifie quelque chose.',
  'suspended.next': 'Écrivez à la structure, ou revenez dans quelques jours.',

  'revoked.title': 'Ce document a été retiré',
  'revoked.sentence': 'La structure qui l’avait délivré l’a retiré\u00a0: il n’est plus valable.',
  'revoked.sentenceDated':
    'Retiré le {date} par la structure qui l’avait délivré\u00a0: il n’est plus valable.',
  'revoked.proves': 'Il avait été délivré par {issuer}, puis il a été retiré.',
  'revoked.provesErased': 'Il avait été délivré ici, puis il a été retiré. Son contenu n’est plus conservé.',
  'revoked.notProves':
    'Une faute de la personne\u00a0: on retire souvent un document pour corriger une simple erreur.',
  'revoked.next': 'Ne vous appuyez pas sur ce document. Demandez-en un à jour, ou écrivez à la structure.',

  'superseded.title': 'Il existe une version plus récente',
  'superseded.sentence': 'Ce document est authentique. Il a été remplacé par une version plus récente.',
  'superseded.corrected': 'Une information y a été corrigée\u00a0: lisez seulement la version à jour.',
  'superseded.proves': 'Cette version a été signée par {issuer} et n’a pas été modifiée.',
  'superseded.notProves': 'Qu’elle est à jour\u00a0: lisez celle qui l’a remplacée.',
  'superseded.next': 'Ouvrez la version à jour\u00a0: elle se vérifie de la même façon.',

  'erased.title': 'Ce document a été effacé',
  'erased.sentence':
    'La personne à qui il appartenait a demandé, le {date}, que tout ce qui la concerne soit effacé. C’est son droit.',
  'erased.proves': 'Qu’un document portait bien ce code. Son contenu n’est plus conservé ici.',
  'erased.notProves':
    'Que ce qui est écrit sur ce papier est vrai ou faux\u00a0: nous ne pouvons plus le comparer à rien.',
  'erased.next':
    'Parlez-en avec la personne. Si elle a gardé le fichier signé, il peut encore être vérifié sur la page «\u00a0Vérifier un document\u00a0».',

  'issuer-unknown.title': 'Nous ne connaissons pas l’émetteur',
  'issuer-unknown.sentence':
    'La signature est intacte, mais personne ici ne répond de la structure qui a signé.',
  'issuer-unknown.proves': 'Le contenu n’a pas été modifié depuis sa signature.',
  'issuer-unknown.notProves':
    'Que l’émetteur est bien celui qu’il dit être\u00a0: chacun peut signer un document.',
  'issuer-unknown.next':
    'Prenez contact avec l’émetteur par un moyen que vous connaissez déjà, son site ou son téléphone.',

  'not-authentic.title': 'Ce document n’est pas authentique',
  'not-authentic.sentence':
    'Sa signature ne correspond pas à son contenu\u00a0: ne tenez rien de ce qu’il dit pour vrai.',
  'not-authentic.proves':
    'Il a été modifié après sa signature, ou la structure qu’il nomme ne l’a jamais signé.',
  'not-authentic.notProves':
    'Qui l’a modifié, ni que la personne le sait\u00a0: un fichier s’abîme aussi tout seul.',
  'not-authentic.next':
    'Demandez le passeport d’origine\u00a0: le QR code imprimé, ou le fichier tel qu’il a été remis.',

  'compromised.title': 'Sa signature n’est plus reconnue',
  'compromised.sentence':
    'Quelqu’un d’autre que la structure a pu se servir de la clé de signature\u00a0: ne tenez rien de ce qu’il dit pour vrai.',
  'compromised.proves':
    'La clé de signature a été déclarée compromise, et rien ne montre que ce document a été signé avant.',
  'compromised.notProves': 'Que son contenu est faux, ni que la personne y est pour quelque chose.',
  'compromised.next':
    'Demandez la version signée à nouveau\u00a0: la structure la refait pour les personnes concernées.',

  'unverifiable-now.title': 'Vérification impossible pour le moment',
  'unverifiable-now.sentence':
    'Il nous manque une information pour répondre. Ce document n’est pas faux pour autant.',
  'unverifiable-now.proves': 'Rien pour l’instant.',
  'unverifiable-now.notProves': 'Que le document est vrai, ni qu’il est faux.',
  'unverifiable-now.next':
    'Réessayez dans quelques minutes. Si cela dure, écrivez à la structure qui l’a délivré.',

  'private.title': 'Ce passeport est privé pour le moment',
  'private.sentence': 'Il a été délivré ici à {holder} et sa page n’est pas ouverte.',
  'private.proves': 'Qu’un document a été délivré ici à {holder} sous ce code.',
  'private.notProves':
    'Ce qu’il dit, ni qu’il est vrai ou faux\u00a0: tant qu’il est privé, nous n’en disons rien. Cela ne dit rien contre la personne.',
  'private.next':
    'La personne peut vous montrer son passeport elle-même, sur papier ou sur son téléphone. Vous pouvez aussi revenir plus tard.',

  'not-found.title': 'Aucun document à ce code',
  'not-found.sentence': 'Le code {code} ne correspond à aucun document délivré ici.',
  'not-found.proves': 'Rien\u00a0: nous ne connaissons pas ce code, voilà tout.',
  'not-found.notProves': 'Que l’on vous trompe\u00a0: un code se recopie facilement de travers.',
  'not-found.next': 'Vérifiez le code, ou scannez de nouveau le QR code.',

  'because.status': 'Nous n’avons pas pu savoir si ce document a été retiré.',
  'because.context': 'Il emploie un vocabulaire que nous ne connaissons pas.',
  'because.size': 'Il est plus volumineux que ce que nous pouvons vérifier ici.',
  'because.proof': 'Nous n’avons pas pu obtenir les clés de l’émetteur.',

  'reason.issued-in-error': 'Il avait été délivré par erreur.',
  'reason.content-wrong': 'L’une des informations n’était pas juste.',
  'reason.person-wrong': 'Il avait été établi au nom d’une autre personne.',
  'reason.holder-request': 'La personne l’a demandé.',
  'reason.key-compromised': 'La clé qui l’avait signé n’est plus sûre.',

  somebody: 'la personne nommée',
  shareTitle: 'Passeport de compétences\u00a0: vérifier',
  checkedAt: 'Vérifié le {date}.',
  skills: 'Ce que {holder} sait faire',
  moreSkills: { one: 'Voir l’autre compétence', other: 'Voir les {count} autres compétences' },
  stayWeeks: { one: '{count} semaine', other: '{count} semaines' },
  stayDays: { one: '{count} jour', other: '{count} jours' },
  attestedRole: 'atteste ces compétences',
  confirmedRole: 'confirme, pour l’accueil',
  whoAttests: 'Qui l’atteste',
  authority: 'À quel titre',
  today: 'aujourd’hui\u00a0: {name}',
  todayClosed: 'aujourd’hui\u00a0: structure fermée',
  ground: 'formation\u00a0: {title}, {provider}, {date}',
  writeTo: 'Écrire à la structure',
  writeToOne: 'Écrire\u00a0: {organisation}',
  writeToPlatform: 'Écrire à la plateforme',
  mailSubject: 'Question sur le passeport {code}',
  withdrawnTitle: { one: 'Une attestation a été retirée', other: '{count} attestations ont été retirées' },
  withdrawnOn: 'retirée le {date}',
  withdrawn: 'retirée',
  withdrawnText: 'Le reste du passeport demeure vérifié. Ne tenez pas compte de ce qui suit.',
  pausedTitle: {
    one: 'Une attestation n’est pas confirmée aujourd’hui',
    other: '{count} attestations ne sont pas confirmées aujourd’hui',
  },
  openSuccessor: 'Voir la version à jour',
  successorAt: 'La version à jour se lit ici\u00a0: {url}',
  oldVersion: 'Voir ce que disait cette version',
  observations: 'Ce qui a été observé',
  observedBy: '{official}, {organisation}',
  stays: 'Le séjour',
  programme: 'Programme',
  activity: 'Activité',
  host: 'Accueil',
  place: 'Lieu',
  dates: 'Dates',
  fromTo: 'du {start} au {end}',
  sessions: 'Les formations suivies',
  proves: 'Ce que cela prouve',
  notProves: 'Ce que cela ne prouve pas',
  nextStep: 'Et maintenant\u00a0?',
  how: 'Comment nous avons vérifié',
  rawData: 'Données signées (JSON)',
  reportJson: 'Le verdict pour un logiciel (JSON)',
  reportLink: 'Imprimer un compte rendu',
  reportTitle: 'Compte rendu de vérification',
  reportPrint: 'Imprimer',
  reportHowToPrint:
    'Pour imprimer cette page\u00a0: le menu de votre navigateur, puis «\u00a0Imprimer\u00a0».',
  reportBack: 'Retour au passeport',
  reportWhen: 'Vérifié le',
  reportInstant: '{date}, heure de Paris ({instant})',
  reportCode: 'Code',
  reportHolder: 'Titulaire',
  reportIssuer: 'Délivré par',
  reportDid: 'Identifiant de l’émetteur',
  reportKey: 'Clé de signature',
  reportSignedOn: 'Signé le',
  reportDigest: 'Empreinte SHA-256',
  reportDigestHint: 'du document signé, octet pour octet',
  reportStandards: 'Normes',
  reportSoftware: 'Vérifié par',
  reportChecks: 'Ce qui a été vérifié',
  reportNoChecks: 'Aucun document n’a été examiné.',
  reportAgain: 'Vérifier de nouveau',
  reportAgainText:
    'Ce compte rendu dit ce qui était vrai à cette date. Un document peut être retiré ensuite\u00a0: pour savoir ce qu’il en est, scannez ce code ou ouvrez',
  reportQr: 'QR code de la page de vérification',
  statement: 'Ce que dit ce document',
  claimedBy: 'Signé par',
  claimedAbout: 'Au sujet de',
  claimedName: 'Intitulé',
  claimedOn: 'Délivré le',

  'check.document': 'Le fichier se lit',
  'check.data-model': 'Sa forme suit la norme',
  'check.context': 'Son vocabulaire est connu',
  'check.proof': 'La signature correspond au contenu',
  'check.issuer': 'L’émetteur est connu',
  'check.validity': 'Il est valable aujourd’hui',
  'check.status': 'Il n’a pas été retiré',
  'check.schema': 'Son schéma est respecté',
  'check.members': 'Chaque attestation qu’il contient est vérifiée',
  'check.holder': 'Il est présenté par la bonne personne',
  'check.credentials': 'Les attestations présentées sont vérifiées',
  'check.successor': 'Aucune version plus récente ne le remplace',
  'status.passed': 'oui',
  'status.failed': 'non',
  'status.warning': 'à savoir',
  'status.skipped': 'sans objet',
  'status.unavailable': 'pas de réponse',

  codeLabel: 'Code imprimé sous le QR code',
  codeHint: '12 lettres et chiffres, par exemple 7K3F\u00a09QXW\u00a02M4T.',
  verifyByCodeAction: 'Vérifier ce code',
  verifyOther: 'Vérifier un autre document',
} as const satisfies Record<string, Message>
