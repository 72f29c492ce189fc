/**
 * jsonld as a whole, when it is first needed: it takes longer to load than a hundred credentials take to sign, and most
 * processes that sign never need it.
 */
export const loadJsonLd = async () => (await import('jsonld')).default
