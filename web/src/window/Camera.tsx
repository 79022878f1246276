import { Button } from 'antd';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type CameraTrouble, scanCode, troubleOf } from '../consent/camera.ts';
import { useText } from '../text/text.ts';

/** The camera of the window, until it has seen a code; why it stays shut is said in a sentence, and the digits can be typed. */
export function Camera({ seen }: { readonly seen: (code: string) => void }): ReactNode {
  const say = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [isOn, setOn] = useState(false);
  const [trouble, setTrouble] = useState<CameraTrouble>();
  const tell = useEffectEvent(seen);
  // The camera belongs to the device: it is opened and closed with what is on the screen.
  useEffect(() => {
    const shown = video.current;
    if (!isOn || shown === null) return;
    const ending = new AbortController();
    scanCode(shown, ending.signal)
      .then((code) => {
        setOn(false);
        if (code !== undefined) tell(code);
      })
      .catch((error: unknown) => {
        setOn(false);
        setTrouble(troubleOf(error));
      });
    return () => ending.abort();
  }, [isOn]);
  const turn = (): void => {
    setTrouble(undefined);
    setOn(!isOn);
  };
  return (
    <>
      <Button size="small" onClick={turn}>
        {say(isOn ? 'read.cameraStop' : 'read.camera')}
      </Button>
      {trouble === undefined ? null : <p role="alert">{say(`camera.${trouble}`)}</p>}
      {isOn ? <video ref={video} muted playsInline className="camera" /> : null}
    </>
  );
}
