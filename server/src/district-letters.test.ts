import { expect, test } from 'vitest';
import { divisionNames, requireDistrict } from './district-letters.ts';

test('R67–R70: letters name the government, court and superiors of the division that the platform governs (GB/T 2260)', () => {
  expect(divisionNames('110198')).toEqual({ district: '云河区', above: '北京市' });
  expect(divisionNames('110105')).toEqual({ district: '朝阳区', above: '北京市' });
  // Outside the municipalities there is a city between district and province.
  expect(divisionNames('320102')).toEqual({ district: '玄武区', above: '南京市' });
  // Nothing is made up for a division that the standard does not know.
  expect(divisionNames('110999')).toEqual({ district: '本区', above: '北京市' });
});

test('R67–R70: who stands under the province at once has no superior that is itself, or a row that only gathers counties', () => {
  expect(divisionNames('469001')).toEqual({ district: '五指山市', above: '海南省' });
  expect(divisionNames('419001')).toEqual({ district: '济源市', above: '河南省' });
  expect(divisionNames('429004')).toEqual({ district: '仙桃市', above: '湖北省' });
  expect(divisionNames('659001')).toEqual({ district: '石河子市', above: '新疆维吾尔自治区' });
  expect(divisionNames('330100')).toEqual({ district: '杭州市', above: '浙江省' });
  expect(divisionNames('441900')).toEqual({ district: '东莞市', above: '广东省' });
  expect(divisionNames('330102')).toEqual({ district: '上城区', above: '杭州市' });
});

test('a district that the standard does not have, or that is none, is refused at the start with its code', () => {
  for (const realm of ['110198', '110105', '330100', '469001', '330102'])
    expect(() => requireDistrict(realm)).not.toThrow();
  for (const realm of ['110999', '990101', '330101', '469000', '330000'])
    expect(() => requireDistrict(realm)).toThrow(`LIANGQIAN_REALM "${realm}" should be`);
});
