/** In another language it is the same paper. */
export function carryDigits(digits: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) link.hash = digits
}
