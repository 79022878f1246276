import { expect, test } from 'vitest';
import { divisionNames } from './district-letters.ts';

test('R67–R70: letters name the government, court and superiors of the division that the platform governs (GB/T 2260)', () => {
  expect(divisionNames('110198')).toEqual({ district: '云河区', above: '北京市' });
  expect(divisionNames('110105')).toEqual({ district: '朝阳区', above: '北京市' });
  // Outside the municipalities there is a city between district and province.
  expect(divisionNames('320102')).toEqual({ district: '玄武区', above: '南京市' });
  // Nothing is made up for a division that the standard does not know.
  expect(divisionNames('110999')).toEqual({ district: '本区', above: '北京市' });
});
