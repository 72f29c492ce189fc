/** Longest side the server keeps, in pixels: sending more would only cost data. */
const LONGEST_SIDE = 1_600
const SMALL_ENOUGH = 700_000

/**
 * A photo as small as the server would make it, so that a phone on a weak network sends a few hundred kilobytes instead
 * of megabytes. The file itself when it is small, no photo, or one that this browser cannot open: the server decides.
 */
export async function shrinkPhoto(file: File): Promise<File> {
  if (!file.type.startsWith('image/') || file.size <= SMALL_ENOUGH) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const paint = canvas.getContext('2d')
    if (paint === null) return file
    paint.fillStyle = '#fff'
    paint.fillRect(0, 0, canvas.width, canvas.height)
    paint.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.85))
    return blob === null || blob.size >= file.size
      ? file
      : new File([blob], 'photo.jpg', { type: 'image/jpeg' })
  } catch {
    return file
  }
}

/** Photos chosen in this form are made small before they are sent. */
export function shrinkOnChoice(form: HTMLFormElement): void {
  const input = form.querySelector<HTMLInputElement>('input[type="file"]')
  input?.addEventListener('change', () => {
    const file = input.files?.[0]
    if (file === undefined) return
    void shrinkPhoto(file).then((small) => {
      if (small === file || input.files?.[0] !== file) return
      const list = new DataTransfer()
      list.items.add(small)
      input.files = list.files
    })
  })
}
