/** The shipped competences in the languages that the framework itself is not written in. */
export interface CompetenceWords {
  readonly label: string
  /** One sentence: what it is about. */
  readonly about: string
}

/** Every competence of the shipped framework. */
export const SHIPPED_COMPETENCES = [
  'EQUIPE',
  'ADAPTATION',
  'COMMUNICATION',
  'HORAIRES',
  'IMPREVU',
  'AUTONOMIE',
  'BUDGET',
  'OUVERTURE',
  'OUTILS',
  'NUMERIQUE',
  'INITIATIVE',
  'RECUL',
] as const

type Words = Readonly<Record<(typeof SHIPPED_COMPETENCES)[number], CompetenceWords>>

const de: Words = {
  EQUIPE: {
    label: 'In einem internationalen Team arbeiten',
    about:
      'Den eigenen Platz in einer Gruppe finden, die weder Sprache noch Gewohnheiten teilt, und gemeinsam vorankommen.',
  },
  ADAPTATION: {
    label: 'Sich auf Neues einstellen',
    about: 'Sich in einem Land, einer Wohnung und einem Arbeitsort zurechtfinden, die man erst kennenlernt.',
  },
  COMMUNICATION: {
    label: 'Sich in einer anderen Sprache verständlich machen',
    about: 'Verstehen und verstanden werden, mit den Worten, Gesten oder Hilfsmitteln, die man hat.',
  },
  HORAIRES: {
    label: 'Sich organisieren und pünktlich sein',
    about: 'Den Tag vorbereiten, pünktlich kommen und fertig machen, was man begonnen hat.',
  },
  IMPREVU: {
    label: 'Mit Unerwartetem umgehen',
    about: 'Ruhig bleiben, wenn es anders kommt als geplant, und eine Lösung finden.',
  },
  AUTONOMIE: {
    label: 'Den Alltag fern von zu Hause meistern',
    about: 'Wohnen, Essen, Wege und Behördengänge in einem anderen Land regeln.',
  },
  BUDGET: {
    label: 'Mit dem Geld für den Aufenthalt auskommen',
    about: 'Das Geld bis zur Rückkehr einteilen, in einer anderen Währung oder bei anderen Preisen.',
  },
  OUVERTURE: {
    label: 'Eine andere Kultur verstehen',
    about: 'Beobachten, ohne zu urteilen, Fragen stellen und andere Lebensweisen achten.',
  },
  OUTILS: {
    label: 'Arbeitsmittel sicher benutzen',
    about: 'Handgriffe, Werkzeuge und Sicherheitsregeln am Arbeitsort lernen.',
  },
  NUMERIQUE: {
    label: 'Digitale Mittel für ein Vorhaben nutzen',
    about:
      'Mit Telefon oder Computer suchen, sich austauschen und gestalten und dabei die eigenen Daten schützen.',
  },
  INITIATIVE: {
    label: 'Initiative ergreifen',
    about: 'Sehen, was zu tun ist, eine Idee vorschlagen und sie zu Ende führen.',
  },
  RECUL: {
    label: 'In Worte fassen, was man gelernt hat',
    about: 'Auf die Erfahrung zurückblicken und sagen, was sie verändert hat und was man daraus machen will.',
  },
}

const es: Words = {
  EQUIPE: {
    label: 'Trabajar en un equipo internacional',
    about: 'Encontrar su lugar en un grupo que no comparte ni idioma ni costumbres, y avanzar en común.',
  },
  ADAPTATION: {
    label: 'Adaptarse a un entorno nuevo',
    about: 'Orientarse en un país, un alojamiento y un lugar de trabajo que se están descubriendo.',
  },
  COMMUNICATION: {
    label: 'Hacerse entender en otro idioma',
    about: 'Comprender y hacerse comprender con las palabras, los gestos o las herramientas que se tienen.',
  },
  HORAIRES: {
    label: 'Organizarse y cumplir los horarios',
    about: 'Preparar el día, llegar a la hora y terminar lo empezado.',
  },
  IMPREVU: {
    label: 'Resolver un imprevisto',
    about: 'Mantener la calma ante lo que no estaba previsto y encontrar una solución.',
  },
  AUTONOMIE: {
    label: 'Desenvolverse en el día a día lejos de casa',
    about: 'Ocuparse del alojamiento, las comidas, los desplazamientos y los trámites en otro país.',
  },
  BUDGET: {
    label: 'Administrar el dinero de la estancia',
    about: 'Hacer que el dinero dure hasta la vuelta, en otra moneda o con otros precios.',
  },
  OUVERTURE: {
    label: 'Comprender otra cultura',
    about: 'Observar sin juzgar, hacer preguntas y respetar otras formas de vivir.',
  },
  OUTILS: {
    label: 'Usar las herramientas del oficio con seguridad',
    about: 'Aprender los gestos, las herramientas y las normas de seguridad del lugar de trabajo.',
  },
  NUMERIQUE: {
    label: 'Usar lo digital para un proyecto',
    about: 'Buscar, intercambiar y crear con un teléfono o un ordenador, protegiendo sus datos.',
  },
  INITIATIVE: {
    label: 'Tomar la iniciativa',
    about: 'Ver lo que hay que hacer, proponer una idea y llevarla hasta el final.',
  },
  RECUL: {
    label: 'Poner en palabras lo aprendido',
    about: 'Volver sobre la experiencia, decir lo que ha cambiado y lo que se quiere hacer con ella.',
  },
}

const pt: Words = {
  EQUIPE: {
    label: 'Trabalhar numa equipa internacional',
    about:
      'Encontrar o seu lugar num grupo que não partilha nem a língua nem os hábitos, e avançar em conjunto.',
  },
  ADAPTATION: {
    label: 'Adaptar-se a um contexto novo',
    about: 'Orientar-se num país, num alojamento e num local de trabalho que se está a descobrir.',
  },
  COMMUNICATION: {
    label: 'Fazer-se entender noutra língua',
    about: 'Compreender e fazer-se compreender com as palavras, os gestos ou os meios que se tem.',
  },
  HORAIRES: {
    label: 'Organizar-se e cumprir horários',
    about: 'Preparar o dia, chegar a horas e acabar o que se começou.',
  },
  IMPREVU: {
    label: 'Resolver um imprevisto',
    about: 'Manter a calma perante o que não estava previsto e encontrar uma solução.',
  },
  AUTONOMIE: {
    label: 'Gerir o dia a dia longe de casa',
    about: 'Tratar do alojamento, das refeições, das deslocações e das formalidades noutro país.',
  },
  BUDGET: {
    label: 'Gerir o dinheiro da estadia',
    about: 'Fazer durar o dinheiro até ao regresso, noutra moeda ou com outros preços.',
  },
  OUVERTURE: {
    label: 'Compreender outra cultura',
    about: 'Observar sem julgar, fazer perguntas e respeitar outros modos de vida.',
  },
  OUTILS: {
    label: 'Usar as ferramentas do ofício em segurança',
    about: 'Aprender os gestos, as ferramentas e as regras de segurança do local de trabalho.',
  },
  NUMERIQUE: {
    label: 'Usar o digital para um projeto',
    about: 'Procurar, comunicar e criar com um telefone ou um computador, protegendo os seus dados.',
  },
  INITIATIVE: {
    label: 'Tomar iniciativa',
    about: 'Ver o que há a fazer, propor uma ideia e levá-la até ao fim.',
  },
  RECUL: {
    label: 'Pôr em palavras o que se aprendeu',
    about: 'Olhar para trás, dizer o que a experiência mudou e o que se quer fazer com ela.',
  },
}

/** What a host reads of a shipped competence; the framework's own words are in French and English. */
export const competenceWords: Readonly<Record<'de' | 'es' | 'pt', Words>> = { de, es, pt }
