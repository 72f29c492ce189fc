import type { Message } from '../messages.ts'

/** Minors: the trainer's page and the guardian's say « vous », the young person's own says « tu ». */
export const guardianship = {
  // the trainer's page
  wardTitle: 'Accord parental\u00a0: {name}',
  link: 'Accord parental',
  wardLede:
    'Avant 18 ans, le passeport reste privé tant qu’une personne qui exerce l’autorité parentale n’a pas donné son accord. Le papier et les attestations, eux, sont à la personne tout de suite.',
  wardBack: 'Son dossier',
  stateAgreed: 'Accord donné le {date}. La page publique peut s’ouvrir.',
  stateWaits:
    'Pas encore d’accord\u00a0: qui scanne le passeport lit seulement «\u00a0privé pour le moment\u00a0» et les initiales.',
  stateOfAge: 'Cette personne est majeure\u00a0: elle décide seule, il n’y a rien à enregistrer.',
  stateUnknownAge:
    'Nous n’avons pas de date de naissance\u00a0: la personne est considérée comme majeure. Si elle ne l’est pas, ajoutez la date dans son dossier.',
  togetherAsked:
    'Moins de 15 ans\u00a0: la loi demande aussi l’accord de {name}, dans son espace, sur la page «\u00a0Qui peut ouvrir mon passeport\u00a0».',
  togetherGiven: 'Moins de 15 ans\u00a0: {name} a donné son propre accord.',
  paperTitle: 'Un accord sur papier',
  paperLede:
    'Vous avez le papier signé\u00a0? Notez sa date et où il est rangé. Ne copiez ni nom, ni pièce d’identité.',
  paperDate: 'Date écrite sur le papier',
  paperReference: 'Où il est rangé',
  paperReferenceHint: 'Par exemple\u00a0: classeur «\u00a0Accords 2026\u00a0», feuille 12',
  paperSubmit: 'Enregistrer l’accord',
  linkTitle: 'Un lien à ouvrir',
  linkLede:
    'La personne lit ce qui est enregistré et ce qui sera visible, puis répond en un geste, sans compte. L’adresse sert à cet envoi et n’est pas gardée.',
  linkEmail: 'Son adresse de courriel',
  linkLanguage: 'Langue du message',
  inFrench: 'Français',
  inEnglish: 'Anglais',
  linkSend: 'Envoyer le lien',
  linkSendAgain: 'Renvoyer le lien',
  linkLetter: 'Imprimer une lettre avec le lien',
  linkUntil: 'Le lien est valable jusqu’au {date}.',
  linkMailed: 'Envoyé par courriel le {date}.',
  historyTitle: 'Ce qui a été enregistré',
  'given-paper': 'Accord sur papier du {date}',
  'given-link': 'Accord donné par le lien le {date}',
  referenceIs: 'Rangé\u00a0: {reference}',
  withdrawnOn: 'retiré le {date}',
  withdrawTitle: 'La personne change d’avis\u00a0?',
  withdrawText: 'La page publique se ferme aussitôt. Un nouvel accord la rouvrira.',
  withdraw: 'Retirer l’accord',
  recordedFlash: 'L’accord est enregistré.',
  mailedFlash: 'Le lien est parti.',
  notMailedFlash:
    'Le courriel n’est pas parti\u00a0: réessayez dans un moment, ou imprimez la lettre. Le lien est prêt.',
  withdrawnFlash: 'L’accord est retiré\u00a0: la page publique est fermée.',
  // the letter, mailed or printed
  mailSubject: 'Votre accord pour le passeport de compétences de {name}',
  mailGreeting: 'Bonjour,',
  mailAbout:
    '{name} prépare son passeport de compétences avec «\u00a0{structure}\u00a0», sur la plateforme {platform}. Il dit ce que {name} a appris pendant son séjour à l’étranger.',
  mailAsk:
    'Avant 18 ans, ce passeport reste privé. Avec votre accord, {name} pourra le montrer à un employeur. Sans réponse de votre part, rien ne change.',
  mailLink: 'Lire et répondre',
  mailUntil: 'Ce lien est pour vous. Il attend votre réponse jusqu’au {date}.',
  mailNotForYou: 'Ce message n’est pas pour vous\u00a0? Laissez-le de côté\u00a0: rien ne se passe.',
  letterTitle: 'Votre accord pour le passeport de {name}',
  letterQr: 'Code QR qui ouvre la page de réponse',
  letterScan: 'Scannez ce code avec votre téléphone, ou recopiez l’adresse\u00a0:',
  letterPrint: 'Imprimez cette page avec votre navigateur et remettez-la à la personne.',
  // the guardian's page
  askTitle: 'Votre accord pour le passeport de {name}',
  askLede:
    '{name} prépare son passeport de compétences avec «\u00a0{structure}\u00a0». Avant 18 ans, il reste privé tant que vous n’avez pas donné votre accord.',
  askTogether:
    '{name} a moins de 15 ans\u00a0: la loi demande votre accord à tous les deux (loi Informatique et Libertés, article 45). {name} donne le sien sur son téléphone.',
  whoTitle: 'Qui nous sommes',
  askWho:
    '{platform} est la plateforme d’un réseau de structures qui accompagnent des jeunes à l’étranger. «\u00a0{structure}\u00a0» suit {name} et répond à vos questions.',
  contact: 'Écrire à la structure',
  recordedTitle: 'Ce qui est enregistré',
  recordedName: 'Son prénom, son nom et sa date de naissance.',
  recordedStay: 'Son séjour\u00a0: le pays, la ville, les dates, l’activité.',
  recordedSkills:
    'Les compétences que {name} déclare, et celles que quelqu’un a vues, en session ou pendant le séjour.',
  recordedYou: 'La date de votre réponse. Rien d’autre sur vous\u00a0: ni nom, ni papier d’identité.',
  shownTitle: 'Ce qui deviendra visible',
  shownPage: 'Une page\u00a0: son nom, ses compétences, son séjour, et qui les atteste.',
  shownWhom:
    'Pour qui\u00a0: les personnes à qui {name} montre son code. Aucun moteur de recherche ne la trouve.',
  shownOtherwise: 'Sans accord, cette page dit «\u00a0privé pour le moment\u00a0» et donne ses initiales.',
  rightsTitle: 'Ce que vous pouvez faire, {name} et vous',
  rightSilence:
    'Ne pas répondre\u00a0: le passeport reste privé, et {name} garde son papier et ses attestations.',
  rightBack:
    'Changer d’avis quand vous voulez, ici ou auprès de «\u00a0{structure}\u00a0»\u00a0: la page se ferme tout de suite.',
  rightTheirs: '{name} décide aussi\u00a0: votre accord n’ouvre pas une page que {name} garde privée.',
  rightData:
    'Demander à voir, à corriger ou à effacer ses données, auprès de «\u00a0{structure}\u00a0»\u00a0; et, si la réponse ne vous convient pas, vous adresser à la CNIL (cnil.fr).',
  rightEighteen: 'À 18 ans, {name} décide sans vous\u00a0: ce lien s’éteint.',
  answerTitle: 'Votre réponse',
  askBefore: 'Avant de répondre',
  askAuthority: 'J’exerce l’autorité parentale sur {name}',
  askAgree: 'Je donne mon accord',
  askAgreed: 'Votre accord est enregistré depuis le {date}. {name} peut montrer son passeport.',
  askTakeBack: 'Retirer mon accord',
  askTakenBack:
    'L’accord a été retiré\u00a0: le passeport est privé. Pour en donner un nouveau, demandez un nouveau lien à la structure.',
  agreedFlash: 'Merci, votre accord est enregistré.',
  takenBackFlash: 'Votre accord est retiré\u00a0: le passeport est de nouveau privé.',
  'link-unknown-title': 'Ce lien n’ouvre rien',
  'link-unknown-text':
    'Vérifiez qu’il est complet, ou demandez-en un nouveau à la structure qui vous l’a donné.',
  'link-expired-title': 'Ce lien n’attend plus de réponse',
  'link-expired-text': 'Demandez-en un nouveau à la structure qui vous l’a donné.',
  'of-age-title': 'Ce lien s’est éteint',
  'of-age-text':
    'La personne est majeure\u00a0: son passeport est à elle seule, et personne d’autre n’a d’accord à donner.',
  // the young person's own word
  visibilityTitle: 'Qui peut ouvrir mon passeport',
  visibilityTile: 'Qui peut l’ouvrir',
  visibilityWhy: 'Pourquoi, et que faire\u00a0?',
  'own-open-title': 'Ta page est ouverte',
  'own-open-text': 'Qui scanne ton QR code voit ton nom, tes compétences et ton séjour.',
  'own-kept-private-title': 'Ta page est privée',
  'own-kept-private-text':
    'Qui scanne ton QR code lit «\u00a0privé pour le moment\u00a0» et tes initiales, et tes liens partagés n’ouvrent rien. Tu peux rouvrir ta page quand tu veux.',
  'own-waits-for-guardian-title': 'Ta page est privée pour le moment',
  'own-waits-for-guardian-text':
    'Tu as moins de 18 ans\u00a0: un de tes parents, ou la personne qui s’occupe de toi, donne d’abord son accord. Parles-en pendant ta session\u00a0: on peut lui envoyer un lien.',
  'own-waits-for-own-agreement-title': 'Il manque ton accord',
  'own-waits-for-own-agreement-text':
    'La personne qui s’occupe de toi a dit oui. Maintenant, c’est à toi de dire si tu veux.',
  meanwhile:
    'En attendant, ton passeport est à toi\u00a0: tu peux le montrer toi-même, sur ton téléphone ou sur papier.',
  ownTitle: 'Et toi, tu es d’accord\u00a0?',
  ownText:
    'Tu as moins de 15 ans. Ton accord compte autant que celui de tes parents\u00a0: il faut les deux. Tu peux changer d’avis quand tu veux.',
  ownShown: 'Si tu dis oui, qui scanne ton QR code verra ton nom, tes compétences et ton séjour.',
  ownAgree: 'Oui, je suis d’accord',
  ownGiven: 'Tu as dit oui.',
  ownDisagree: 'Je ne suis plus d’accord',
  keepPrivate: 'Garder ma page privée',
  openAgain: 'Ouvrir ma page',
  'said-public': 'C’est fait\u00a0: ta page n’est plus gardée privée.',
  'said-private': 'C’est fait\u00a0: ta page est privée.',
  'said-agree': 'Merci, ton accord est noté.',
  'said-disagree': 'C’est noté\u00a0: ta page est privée.',
  backToPassport: 'Mon passeport',
  eighteenTitle: 'Tu as 18 ans, {name}\u00a0: ce passeport est à toi',
  eighteenText:
    'À partir de maintenant, personne d’autre ne décide de ton passeport. L’accord de tes parents n’est plus demandé, et leur lien ne marche plus.',
  eighteenAsk: 'Que fais-tu de ta page publique\u00a0?',
  choosePublic: 'Je la garde ouverte',
  choosePublicHint: 'Qui scanne ton QR code voit ton nom, tes compétences et ton séjour.',
  choosePrivate: 'Je la garde privée',
  choosePrivateHint: 'Qui scanne ton QR code lit seulement tes initiales.',
  eighteenLater: 'Tu pourras changer quand tu veux.',
  eighteenSubmit: 'C’est mon choix',
} as const satisfies Record<string, Message>
