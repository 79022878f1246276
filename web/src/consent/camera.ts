/** The reader of bar codes that some browsers have (W3C Shape Detection); others have none, and the scanner types. */
interface CodeReader {
  readonly detect: (image: HTMLVideoElement) => Promise<readonly { readonly rawValue: string }[]>;
}

declare global {
  // oxlint-disable-next-line no-var
  var BarcodeDetector: (new (options: { readonly formats: readonly string[] }) => CodeReader) | undefined;
}

export function hasCamera(): boolean {
  return globalThis.BarcodeDetector !== undefined && 'mediaDevices' in navigator;
}

/** How long one look waits for the next. */
const LOOK_MS = 200;

/** Shows the camera in `video` until a QR code is seen or `signal` ends it; the text of the code, or undefined. */
export async function scanCode(video: HTMLVideoElement, signal: AbortSignal): Promise<string | undefined> {
  const Reader = globalThis.BarcodeDetector;
  if (Reader === undefined) return undefined;
  const reader = new Reader({ formats: ['qr_code'] });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  try {
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      const [found] = await reader.detect(video);
      if (found !== undefined) return found.rawValue;
      await new Promise((resume) => setTimeout(resume, LOOK_MS));
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}
