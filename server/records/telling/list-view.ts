import { openSeat, type Place } from './place.ts'
import { placePath, placeWords, type Reader } from './place-view.ts'
import { isTold, WHOLE_STAY, type Telling } from './telling.ts'

/** Everything one may tell, what waits for a trainer first. */
export function listModel(places: readonly Place[], tellings: readonly Telling[], reader: Reader) {
  const { t } = reader
  return {
    title: t('telling.title'),
    pageClass: 'narrow',
    places: places.map((place) => {
      const told = tellings.filter((telling) => telling.place === place.key && isTold(telling))
      const count = told.filter(({ competence }) => competence !== WHOLE_STAY).length
      const open = openSeat(place) !== undefined
      const signed = !open && place.seats.length > 0
      return {
        ...placeWords(place, reader),
        href: placePath(place),
        open,
        signed,
        told: count === 0 ? t('telling.toldNone') : t('telling.toldCount', { count }),
        action: t(told.length === 0 ? 'telling.open' : signed ? 'telling.readAgain' : 'telling.goOn'),
      }
    }),
  }
}
