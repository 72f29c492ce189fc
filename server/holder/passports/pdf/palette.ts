/** Colours of the house, as the operands of a PDF `rg` operator. */
export type Colour = string & { readonly __colour: never }

const rgb = (hex: string): Colour => {
  const channel = (at: number) => Number((parseInt(hex.slice(at, at + 2), 16) / 255).toFixed(3))
  return [channel(1), channel(3), channel(5)].join(' ') as Colour
}

export const INK = rgb('#14213D')
export const WHITE = rgb('#FFFFFF')
export const TEAL = rgb('#0F766E')
export const TEAL_TINT = rgb('#E3F1EF')
export const SUN = rgb('#F2A65A')
export const SUN_TINT = rgb('#FDF1E1')
/** The sun darkened until it can be read on white (4.9:1). */
export const AMBER = rgb('#B45309')
export const SLATE = rgb('#475569')
export const MIST = rgb('#DCE3EE')
export const RULE = rgb('#E2DDD3')
