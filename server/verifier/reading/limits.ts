/** What is accepted at all, in bytes. A passport in PDF has 60 KB, a session's print some megabytes. */
export const MAX_FILE_BYTES = 5_000_000
/** Telephones take photographs of more. */
export const MAX_PICTURE_BYTES = 10_000_000
/** One credential as JSON or token, in characters: a passport of twenty has some 100 KB. */
export const MAX_DOCUMENT_LENGTH = 1_000_000
/** Levels of JSON. */
export const MAX_DEPTH = 100
