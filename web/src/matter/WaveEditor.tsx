import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../text/text.ts';

type Waves = readonly (readonly string[])[];
export interface ItemOption {
  readonly value: string;
  readonly label: string;
}

/** The order: a row for each wave; items are put in and taken out, and a wave moves up and down, all with the keyboard. */
export function WaveEditor({
  waves,
  options,
  change,
}: {
  readonly waves: Waves;
  readonly options: readonly ItemOption[];
  readonly change: (waves: string[][]) => void;
}): ReactNode {
  const say = useText();
  const copy = waves.map((wave) => [...wave]);
  const move = (from: number, to: number): void => {
    const moved = copy.toSpliced(from, 1);
    change(moved.toSpliced(to, 0, copy[from] ?? []));
  };
  return (
    <fieldset>
      <legend>{say('bundle.waves')}</legend>
      {copy.map((wave, index) => (
        <div key={index} className="columns">
          <Select
            mode="multiple"
            className="wide"
            aria-label={say('matter.wave', { no: index + 1 })}
            value={wave}
            options={[...options]}
            onChange={(chosen: string[]) => change(copy.with(index, chosen))}
          />
          <span>
            <Button
              disabled={index === 0}
              aria-label={say('bundle.earlier', { no: index + 1 })}
              onClick={() => move(index, index - 1)}
            >
              {'↑'}
            </Button>
            <Button
              disabled={index === copy.length - 1}
              aria-label={say('bundle.later', { no: index + 1 })}
              onClick={() => move(index, index + 1)}
            >
              {'↓'}
            </Button>
            <Button
              aria-label={say('bundle.removeWave', { no: index + 1 })}
              onClick={() => change(copy.toSpliced(index, 1))}
            >
              {'✕'}
            </Button>
          </span>
        </div>
      ))}
      <Button onClick={() => change([...copy, []])}>{say('bundle.addWave')}</Button>
    </fieldset>
  );
}
