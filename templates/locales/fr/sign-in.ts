import type { Message } from '../messages.ts'

/** How staff sign in: passwords apart (`access`), everything that opens an account. */
export const signIn = {
  // the page to sign in
  againTitle: 'C’est bien vous\u00a0?',
  againIntro:
    'Ce que vous voulez changer ouvre votre compte. Dites-nous encore une fois qui vous êtes, puis continuez.',
  againFlash: 'Reconnectez-vous, puis recommencez\u00a0: c’est demandé une demi-heure après la connexion.',
  or: 'Autres moyens',
  withPasskey: 'Se connecter avec une clé d’accès',
  withLink: 'Recevoir un lien par courriel',
  withOther: 'Se connecter avec {label}',
  startAgain: 'La page est restée ouverte trop longtemps. Recommencez ici.',
  passkeyRefused:
    'Cette clé d’accès n’a pas été reconnue. Essayez encore, ou choisissez un autre moyen de vous connecter.',
  passkeyCancelled: 'Rien n’a été fait. Vous pouvez essayer encore, ou choisir un autre moyen.',
  passkeyFailed: 'La clé d’accès n’a pas pu être lue. Réessayez dans un instant.',

  // the second step
  codeTitle: 'Encore une étape',
  codeIntroApp: 'Ouvrez votre application de codes, et recopiez celui qui s’affiche pour Passerelle.',
  codeIntroPasskey: 'Utilisez votre clé d’accès, ou un de vos codes de secours.',
  codeLabel: 'Code',
  codeHintApp: 'Six chiffres de l’application, ou un code de secours.',
  codeHintRecovery: 'Un code de secours, par exemple 7K3F-9QXW-2M4T.',
  codeSubmit: 'Continuer',
  codeWithPasskey: 'Utiliser une clé d’accès',
  codeRefused:
    'Ce code n’est pas reconnu. Un code ne sert qu’une fois et change toutes les trente secondes\u00a0: prenez celui qui s’affiche maintenant.',
  codePause: 'Beaucoup d’essais pour ce compte. Faites une pause d’un quart d’heure, puis réessayez.',
  codeLost: 'Plus de téléphone, plus de codes\u00a0?',
  codeLostText:
    'La personne qui administre la plateforme peut, après s’être assurée que c’est vous, retirer cette étape une fois.',
  codeOther: 'Se connecter avec un autre compte',

  // a mailed link
  linkTitle: 'Recevoir un lien de connexion',
  linkIntro:
    'Écrivez l’adresse de votre compte. Le lien marche une fois, pendant un quart d’heure, dans ce navigateur.',
  linkSend: 'Recevoir le lien',
  linkSentTitle: 'Regardez votre boîte de réception',
  linkSentText:
    'Si {email} a un compte, un lien vient de partir. Ouvrez-le dans ce navigateur, sur cet appareil.',
  linkSentHint:
    'Rien après deux minutes\u00a0? Regardez dans les indésirables, ou choisissez un autre moyen.',
  'linkTitle-here': 'Vous y êtes',
  'linkText-here': 'Appuyez sur le bouton pour vous connecter. Le lien ne sert qu’une fois.',
  linkFollow: 'Me connecter',
  'linkTitle-elsewhere': 'Ce lien s’ouvre ailleurs',
  'linkText-elsewhere':
    'Il marche dans le navigateur où vous l’avez demandé\u00a0: ainsi, personne d’autre ne peut s’en servir. Ouvrez-le là-bas, ou demandez-en un autre ici.',
  'linkTitle-gone': 'Ce lien n’est plus valable',
  'linkText-gone': 'Un lien de connexion sert une fois, pendant un quart d’heure. Demandez-en un autre.',
  linkAgain: 'Demander un autre lien',
  backToLogin: 'Revenir à la connexion',

  // signing out elsewhere
  signedOutTitle: 'Déconnexion faite',
  signedOutText: 'Votre connexion à Passerelle est fermée. Celle à {label} est peut-être encore ouverte.',
  signedOutElsewhere: 'Se déconnecter aussi de {label}',

  // /account/security
  securityTitle: 'Sécurité de mon compte',
  securityIntro: 'Ce qui ouvre votre compte, et où il est ouvert en ce moment.',
  securityLink: 'Sécurité de mon compte',
  owesTitle: 'Une chose avant de continuer',
  owesText:
    'Votre rôle ouvre les données de beaucoup de jeunes. Ajoutez un deuxième moyen de vous reconnaître\u00a0: une clé d’accès ou une application de codes. Deux minutes suffisent.',
  factorsTitle: 'Deuxième moyen de vous reconnaître',
  factorsIntro: 'En plus du mot de passe\u00a0: quelqu’un qui le devinerait n’irait pas plus loin.',
  factorsNeeded: 'Demandé pour votre rôle',
  factorsOn: 'En place',
  factorsOff: 'Pas en place',
  appHeading: 'Application de codes',
  appAbout:
    'Un code à six chiffres, sur votre téléphone, même sans réseau. Avec Aegis, FreeOTP, 2FAS, Google Authenticator…',
  appSince: 'En place depuis le {date}.',
  appAdd: 'Ajouter une application',
  appReplace: 'Changer d’application ou de téléphone',
  appRemove: 'Retirer l’application',
  appRemoveAbout: 'Les codes de l’application ne serviront plus.',
  appRemoveConfirm: 'Oui, retirer',
  appRemoved: 'L’application est retirée\u00a0: ses codes n’ouvrent plus rien.',
  appTitle: 'Ajouter une application de codes',
  appStepScan: 'Scannez ce code avec l’application.',
  appQrLabel: 'Code à scanner avec l’application de codes',
  appTyped: 'Je ne peux pas scanner',
  appTypedText: 'Dans l’application, choisissez «\u00a0saisir une clé\u00a0», puis recopiez\u00a0:',
  appTypedAccount: 'Compte',
  appTypedSecret: 'Clé',
  appTypedKind: 'Type',
  appTypedKindValue: 'basé sur le temps, 6 chiffres, 30 secondes',
  appOpen: 'Ouvrir dans une application de cet appareil',
  appStepCode: 'Recopiez le code qu’elle affiche.',
  appCode: 'Code à six chiffres',
  appConfirm: 'C’est bon',
  appAdded: 'Votre application est en place. Les autres navigateurs ont été déconnectés.',
  codesTitle: 'Vos codes de secours',
  codesIntro:
    'Gardez-les loin de votre téléphone\u00a0: le jour où il se perd, chacun ouvre votre compte une fois. C’est la seule fois que nous pouvons les montrer.',
  codesFile: '{platform}, codes de secours de {email}. Chacun sert une fois.',
  codesFileName: 'passerelle-codes-de-secours.txt',
  codesDownload: 'Enregistrer le fichier',
  codesPrint: 'Ou imprimez cette page.',
  codesKept: 'C’est noté, continuer',
  recoveryHeading: 'Codes de secours',
  recoveryLeft: { one: 'Il reste {count} code.', other: 'Il reste {count} codes.' },
  recoveryNone: 'Il ne reste aucun code.',
  recoveryRenew: 'Faire dix nouveaux codes',
  recoveryRenewAbout: 'Ceux d’avant ne serviront plus.',
  passkeysHeading: 'Clés d’accès',
  passkeysAbout:
    'Le doigt, le visage ou le code de votre appareil, ou une clé de sécurité. Elle remplace mot de passe et code, et ne se laisse pas tromper par un faux site.',
  passkeysNoScript:
    'Pour ajouter une clé d’accès, il faut un navigateur récent avec JavaScript. L’application de codes marche partout.',
  passkeysNotHere:
    'Les clés d’accès demandent une adresse https avec un nom de domaine\u00a0: ici, elles ne sont pas disponibles.',
  passkeyName: 'Son nom',
  passkeyNameHint:
    'Pour la reconnaître plus tard\u00a0: «\u00a0téléphone\u00a0», «\u00a0clé du bureau\u00a0».',
  passkeyAdd: 'Ajouter une clé d’accès',
  passkeyUnnamed: 'Clé sans nom',
  passkeySynced: 'suit vos appareils',
  passkeyOneDevice: 'reste sur un appareil',
  passkeySince: 'ajoutée le {date}',
  passkeyUsed: 'utilisée le {date}',
  passkeyNeverUsed: 'pas encore utilisée',
  passkeyRemove: 'Retirer',
  passkeyRemoveAbout: 'Elle n’ouvrira plus votre compte. Pensez à l’effacer aussi de l’appareil.',
  passkeyRemoveConfirm: 'Oui, retirer cette clé',
  passkeyAdded: 'Votre clé d’accès est en place. Les autres navigateurs ont été déconnectés.',
  passkeyRemoved: 'Cette clé n’ouvre plus rien.',
  passwordHeading: 'Mot de passe',
  passwordChange: 'Changer de mot de passe',
  passwordChoose: 'Choisir un mot de passe',
  passwordTitle: 'Votre mot de passe',
  passwordCurrent: 'Mot de passe actuel',
  passwordNew: 'Nouveau mot de passe',
  passwordOthers: 'Les autres navigateurs où votre compte est ouvert seront déconnectés.',
  passwordSave: 'Enregistrer',
  passwordChanged: 'Votre mot de passe est changé. Les autres navigateurs ont été déconnectés.',
  sessionsHeading: 'Où votre compte est ouvert',
  sessionsIntro:
    'Un navigateur que vous ne reconnaissez pas\u00a0? Déconnectez-le, puis changez de mot de passe.',
  sessionHere: 'ce navigateur',
  sessionSince: 'depuis le {date}',
  sessionSeen: 'vu le {date}',
  sessionEnd: 'Déconnecter',
  sessionEnded: 'Ce navigateur est déconnecté.',
  sessionsEndOthers: 'Déconnecter tous les autres',
  othersEnded: 'Tous les autres navigateurs sont déconnectés.',
  deviceUnknown: 'Navigateur inconnu',
  'way-password': 'par mot de passe',
  'way-passkey': 'par clé d’accès',
  'way-link': 'par lien reçu',
  'way-single-sign-on': 'par votre organisation',
  'way-invitation': 'par invitation',

  // looking after other people's accounts
  accountsTitle: 'Les comptes',
  accountsIntro: 'Toutes les personnes qui peuvent se connecter, dans toutes les structures.',
  accountsLink: 'Les comptes',
  accountsSearch: 'Nom ou adresse',
  accountsSearchAction: 'Chercher',
  accountsNone: 'Personne ne correspond à ces mots.',
  accountsMore: 'Il y en a d’autres\u00a0: précisez la recherche.',
  accountDisabledSince: 'fermé le {date}',
  accountManage: 'Gérer',
  accountSelf: 'C’est vous',
  accountSignOut: 'Déconnecter partout',
  accountSignOutAbout:
    'Un téléphone perdu, un ordinateur resté ouvert\u00a0: {name} se reconnectera comme d’habitude.',
  accountSignedOut: 'Cette personne est déconnectée partout.',
  accountReset: 'Retirer le deuxième moyen',
  accountResetAbout:
    'Pour {name}, après avoir perdu téléphone, clés et codes de secours. Assurez-vous d’abord de vive voix que c’est bien cette personne.',
  factorsReset:
    'Les clés, l’application et les codes de cette personne sont retirés. Elle en ajoutera d’autres.',
  accountDisable: 'Fermer ce compte',
  accountDisableAbout:
    'Toutes les connexions de {name} se ferment tout de suite, et le compte n’ouvre plus rien. Ce qui a été signé reste valable, et vous pourrez rouvrir le compte.',
  accountDisabled: 'Ce compte est fermé. Ce qu’il a signé reste valable.',
  accountEnable: 'Rouvrir ce compte',
  accountEnabled: 'Ce compte est rouvert, comme il était.',

  // mails about one's own account
  noticeSubject: 'Votre compte {platform} a changé',
  'notice-app-added': 'Une application de codes vient d’être ajoutée à votre compte.',
  'notice-passkey-added': 'Une clé d’accès vient d’être ajoutée à votre compte.',
  'notice-app-removed': 'L’application de codes vient d’être retirée de votre compte.',
  'notice-passkey-removed': 'Une clé d’accès vient d’être retirée de votre compte.',
  'notice-factors-reset':
    'Vos clés d’accès, votre application de codes et vos codes de secours viennent d’être retirés par la plateforme.',
  'notice-password-changed': 'Votre mot de passe vient d’être changé.',
  noticeLink: 'Voir la sécurité de mon compte',
  noticeNotYou:
    'Ce n’était pas vous\u00a0? Choisissez tout de suite un nouveau mot de passe, et prévenez la personne qui coordonne votre structure.',

  // the command line
  cliAccounts: 'comptes des équipes',
  cliSecondFactor: 'deuxième moyen de reconnaissance',
  cliReset:
    'retire application, clés d’accès et codes de secours de quelqu’un qui a tout perdu, et déconnecte partout',
  cliEmail: 'adresse du compte',
  cliResetDone:
    'Retirés pour {email}\u00a0: application {app}, clés d’accès {passkeys}. Déconnexion partout.',
  cliYes: 'oui',
  cliNo: 'non',
} as const satisfies Record<string, Message>
