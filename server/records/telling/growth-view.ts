import type { Growth, GrowthStep } from './growth.ts'
import type { Place } from './place.ts'
import { levelDots, placeWords, type Reader } from './place-view.ts'
import { countryName, formatDate } from '../../platform/i18n/index.ts'

/** Each competence as a path of steps; those with one step so far are named together, with a kind word. */
export function growthModel(growths: readonly Growth[], places: readonly Place[], reader: Reader) {
  const paths = growths.filter(({ steps }) => steps.length > 1)
  const first = growths.filter(({ steps }) => steps.length === 1)
  return {
    title: reader.t('telling.growth'),
    pageClass: 'narrow',
    none: growths.length === 0,
    paths: paths.map((growth) => pathModel(growth, places, reader)),
    first: first.map(({ competence, steps }) => ({
      label: competence.label[reader.locale],
      level: levelDots(competence, steps[0]?.level, reader),
    })),
  }
}

function pathModel({ competence, steps }: Growth, places: readonly Place[], reader: Reader) {
  return {
    code: competence.code,
    label: competence.label[reader.locale],
    steps: steps.map((step, position) => ({
      ...whenAndWhere(step, places, reader),
      level: levelDots(competence, step.level, reader),
      declared: levelDots(competence, step.declared, reader),
      attested: levelDots(competence, step.attested, reader),
      // two voices that say different things are not one level
      declaredApart: step.declared !== step.level,
      further: step.further,
      said: saidOf(steps, position, competence, reader),
    })),
  }
}

/** What a step says besides its level: never that anything went down. */
function saidOf(
  steps: readonly GrowthStep[],
  position: number,
  competence: Growth['competence'],
  reader: Reader,
): string {
  const step = steps[position]
  if (position === 0 || step === undefined) return reader.t('telling.growthStart')
  if (step.further) return reader.t('telling.growthFurther')
  const before = steps.slice(0, position)
  const level = levelDots(competence, step.level, reader)?.words ?? ''
  return reader.t(
    before.some((one) => one.level === step.level) ? 'telling.growthSame' : 'telling.growthAlso',
    { level },
  )
}

function whenAndWhere(step: GrowthStep, places: readonly Place[], reader: Reader) {
  const place = places.find(({ key }) => key === step.place)
  const { locale } = reader
  const words = place && placeWords(place, reader)
  const country = place?.stay && countryName(locale, place.stay.country)
  const moment = words?.sessions.at(-1)?.kind
  return {
    when: formatDate(locale, step.on, 'month'),
    on: step.on,
    where: [moment, words?.title, country].filter(Boolean).join(' · '),
  }
}
