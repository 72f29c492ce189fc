/** A camera that films into a `video` of the page. */
export interface Camera {
  /** What it sees now, on a canvas that is used again for the next frame; undefined before the first picture. */
  frame(): HTMLCanvasElement | undefined
  /** Switches it off, its light with it. */
  stop(): void
}

/** A dense code over half of the picture has five pixels a module then; more only takes longer to read. */
const LONGEST_SIDE = 1280

/** The camera on the back of a telephone where there is one. Rejects with the browser's own `DOMException`. */
export async function openCamera(video: HTMLVideoElement): Promise<Camera> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: { ideal: 'environment' }, width: { ideal: 1920 }, height: { ideal: 1080 } },
    audio: false,
  })
  const stop = (): void => {
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
  video.srcObject = stream
  try {
    await video.play()
  } catch (error) {
    stop()
    throw error
  }
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d', { willReadFrequently: true })
  return {
    frame() {
      const { videoWidth, videoHeight } = video
      if (context === null || videoWidth === 0) return undefined
      const scale = Math.min(1, LONGEST_SIDE / Math.max(videoWidth, videoHeight))
      // a telephone that is turned changes the shape of its pictures
      canvas.width = Math.round(videoWidth * scale)
      canvas.height = Math.round(videoHeight * scale)
      context.drawImage(video, 0, 0, canvas.width, canvas.height)
      return canvas
    },
    stop,
  }
}
