import { setText, type SetText, type TextStyle } from '../pdf/set-text.ts'

/** The largest size at which a name keeps within two lines; the smallest size takes as many as it needs. */
export function setName(name: string, sizes: readonly TextStyle[], width: number): SetText {
  const settings = sizes.map((style) => setText(name, style, width))
  const fitting =
    settings.find((set) => set.lines.length === 1) ?? settings.find((set) => set.lines.length <= 2)
  const smallest = settings.at(-1)
  if (!smallest) throw new Error('no size for a name')
  return fitting ?? smallest
}

/** In one line where a readable size allows it; more lines rather than a name cut short. */
export function setPartners(
  partners: readonly string[],
  sizes: readonly TextStyle[],
  width: number,
): SetText {
  const settings = sizes.map((style) => setText(partners.join(' · '), style, width))
  const chosen = settings.find((set) => set.lines.length === 1) ?? settings[0]
  if (!chosen) throw new Error('no size for the partners')
  return chosen
}
