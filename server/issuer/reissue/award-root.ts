/** The award that a credential goes back to, whatever was signed anew or added since. */
export const awardRoot = (awardKey: string): string => awardKey.split(/[~+]/)[0] ?? awardKey

/** The key of the one successor that a credential can have: asking twice is the same request. */
export const successorKey = (predecessor: { readonly id: string; readonly awardKey: string }): string =>
  `${predecessor.awardKey.split('~')[0] ?? ''}~${predecessor.id}`
