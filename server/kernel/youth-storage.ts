/**
 * Every key that a page under `/me` writes into a browser's storage begins with this, so that leaving on a shared phone
 * can remove them all, whoever wrote them.
 */
export const YOUTH_STORAGE_PREFIX = 'passerelle:me:'
