/** Why the camera shows nothing; the digits can be typed all the same. */
export type CameraTrouble = 'refused' | 'none' | 'busy' | 'unsafe' | 'broken';

/** How long one look waits for the next. */
const LOOK_MS = 200;

/**
 * Shows the camera in `video` until a QR code is seen or `signal` ends it; the text of the code, or undefined. The reader of codes
 * is fetched when a camera is first opened. The code is looked for here: no picture leaves the browser.
 */
export async function scanCode(video: HTMLVideoElement, signal: AbortSignal): Promise<string | undefined> {
  const [{ decodeQR }, stream] = await Promise.all([import('qr/decode.js'), openCamera()]);
  try {
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      const seen = codeIn(video, decodeQR);
      if (seen !== undefined) return seen;
      await new Promise((resume) => setTimeout(resume, LOOK_MS));
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}

class Insecure extends Error {}

/** Browsers hand out a camera on a secure page alone (W3C Media Capture §10.2); elsewhere there is not even the word for it. */
function openCamera(): Promise<MediaStream> {
  if (!('mediaDevices' in navigator)) throw new Insecure();
  return navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
}

type Decode = (image: { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }) => string;

/** The code in the picture that the camera shows now, if there is one that can be read. */
function codeIn(video: HTMLVideoElement, decode: Decode): string | undefined {
  const { videoWidth: width, videoHeight: height } = video;
  if (width === 0 || height === 0) return undefined;
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (context === null) return undefined;
  context.drawImage(video, 0, 0);
  try {
    return decode({ width, height, data: context.getImageData(0, 0, width, height).data });
  } catch {
    // No code, or half of one: the next picture may have it.
    return undefined;
  }
}

/** What kept the camera shut, by the names that browsers give it (W3C Media Capture §10.2). */
export function troubleOf(error: unknown): CameraTrouble {
  if (error instanceof Insecure) return 'unsafe';
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'none';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    default:
      return 'broken';
  }
}
