import type { RefusalTable } from '../kernel/refusal.ts';

export const sealRefusals = {
  'seal-hash-mismatch': {
    rule: 'R82',
    article: '国发〔1999〕25号第二十五条；电子签名法第十三条',
    message: {
      zh: '待盖章文书与最后签批的文书不一致，不能盖章',
      en: 'The document to be sealed is not the one that was last signed',
    },
    remedy: { zh: '请由签批人对现在的文书重新签批', en: 'Have the document as it is now signed again' },
  },
  'seal-without-case': {
    rule: 'T12',
    article: '国发〔1999〕25号第二十五条',
    message: {
      zh: '没有对应的办件或者办件未到盖章环节，不能用印',
      en: 'There is no case at the stage of sealing for this use of the seal',
    },
    remedy: { zh: '请从办件中发起用印', en: 'Start the use of the seal from its case' },
  },
  'seal-after-hours': {
    rule: 'T12',
    article: '国发〔1999〕25号第二十五条',
    message: { zh: '非服务时间，保管人不能用印', en: 'The keeper may not use the seal outside service hours' },
    remedy: { zh: '请在服务时间内用印', en: 'Use the seal within service hours' },
  },
  'seal-not-in-use': {
    rule: 'R85',
    article: '国办发〔2025〕33号；国发〔1999〕25号第二十四条',
    message: {
      zh: '该电子印章尚未启用、已过有效期或者已停用',
      en: 'This seal is not yet in use, out of its term, or stopped',
    },
    remedy: { zh: '请使用部门现行有效的印章', en: 'Use a seal of the department that is in use' },
  },
  'twin-seal-not-in-use': {
    rule: 'R85',
    article: '国办发〔2025〕33号；国发〔1999〕25号第二十四条、第二十五条',
    message: {
      zh: '该文书所用的电子印章已停用、过期或者没有在任保管人，不能再为其OFD版式文件加盖；已盖章的PDF文书继续有效',
      en: 'The seal of this letter is stopped, out of its term or without a keeper in office, so its OFD twin can no longer be sealed; the sealed PDF stands',
    },
    remedy: {
      zh: '请使用PDF文书；确需OFD版式的，请向作出该文书的机关提出',
      en: 'Use the PDF; who needs the OFD asks the organ that issued the letter',
    },
  },
  'mandate-letter-not-in-force': {
    rule: 'R106',
    article: '行政许可法第二十四条',
    message: {
      zh: '该版委托书、授权书现在没有生效（尚未开始、已暂停或者已经终止），不能加盖印章',
      en: 'This version of the mandate is not in force now (not begun, suspended or ended), so its letter is not sealed',
    },
    remedy: {
      zh: '可以查阅未盖章的打印件；生效后即可下载盖章件',
      en: 'Read the print without a seal; the sealed letter can be had while the mandate is in force',
    },
  },
  'seal-other-organ': {
    rule: 'R103',
    article: '行政许可法第二十四条第三款',
    message: { zh: '对外文书应当加盖授权机关的印章', en: 'An outward document bears the seal of the grantor' },
    remedy: { zh: '请选用授权机关的印章', en: 'Choose a seal of the grantor' },
  },
  'seal-kind-unfit': {
    rule: 'R28',
    article: '行政许可法第三十二条第二款、第三十九条',
    message: { zh: '这种文书不能使用该种印章', en: 'This kind of document may not bear this kind of seal' },
    remedy: {
      zh: '受理类文书用受理专用章，决定类文书用行政审批专用章或者机关印章',
      en: 'Notices take the receipt seal, decisions the approval seal or the organ’s seal',
    },
  },
  'already-sealed': {
    rule: 'R82',
    article: '国发〔1999〕25号第二十五条',
    message: {
      zh: '该文书已经盖章，一份文书只盖一次',
      en: 'This document has been sealed; one document is sealed once',
    },
    remedy: { zh: '需要更正的，另行制作更正文书', en: 'If it must be corrected, make a correction as a new document' },
  },
  'keeper-is-sole-signer': {
    rule: 'T11',
    article: '国发〔1999〕25号第二十五条',
    message: {
      zh: '印章保管人是该件唯一签批人，不能自行用印',
      en: 'The keeper of the seal is the only signer of this case',
    },
    remedy: { zh: '请由另一名保管人用印，或者由平台自动用印', en: 'Have another keeper use the seal' },
  },
  'paper-only-instrument': {
    rule: 'R84',
    article: '电子签名法第三条第三款',
    message: {
      zh: '涉及婚姻、收养、继承等人身关系的文书不能以电子签名代替',
      en: 'Instruments on marriage, adoption and inheritance have no electronic equivalent',
    },
    remedy: {
      zh: '请制作纸质文书，签字并加盖实物印章，再登记纸质决定',
      en: 'Make it on paper, with handwritten signature and the physical seal, then record the paper decision',
    },
  },
  'seal-state': {
    rule: 'R85',
    article: '国办发〔2025〕33号',
    message: { zh: '印章现在的状态不能进行该操作', en: 'The seal is not in a state for this act' },
    remedy: {
      zh: '依次办理申请、制作、备案、启用、停用、交回',
      en: 'A seal is asked for, made, filed, put in use, stopped and handed back, in this order',
    },
  },
  'seal-not-as-requested': {
    rule: 'R85',
    article: '国发〔1999〕25号第二十三条',
    message: { zh: '所制印章与申请的印章不一致', en: 'The seal made is not the one that was asked for' },
    remedy: { zh: '请按批准的申请制作', en: 'Make it as it was approved' },
  },
  'seal-bearer-unfit': {
    rule: 'R85',
    article: '国发〔1999〕25号第二十二条',
    message: {
      zh: '个人名章须载明本机关一名在编人员的姓名',
      en: 'A name seal bears the name of somebody of this organ',
    },
    remedy: { zh: '请选择本机关的人员', en: 'Choose somebody of the organ' },
  },
  'keeper-unfit': {
    rule: 'R80',
    article: '国发〔1999〕25号第二十五条；行政许可法第二十二条至第二十四条',
    message: { zh: '该人员不是本机关在任的印章保管人', en: 'This person is no keeper of seals of this organ now' },
    remedy: { zh: '请先任命其为印章保管人，或者另选一人', en: 'Appoint the person as keeper first, or choose another' },
  },
  'not-the-keeper': {
    rule: 'R85',
    article: '国发〔1999〕25号第二十五条',
    message: { zh: '印章不在您手中，也没有移交给您', en: 'The seal is neither in your hands nor offered to you' },
    remedy: { zh: '请由现保管人或者机关负责人办理', en: 'Its keeper or the head of the organ does this' },
  },
  'seal-of-another-organ': {
    rule: 'R103',
    article: '国发〔1999〕25号第二十五条',
    message: { zh: '这枚印章属于其他机关', en: 'This seal belongs to another organ' },
    remedy: { zh: '请由该机关的人员办理', en: 'Somebody of that organ does this' },
  },
  'pin-wrong': {
    rule: 'R72',
    article: '电子签名法第十三条',
    message: { zh: '签名口令不正确', en: 'The signing PIN is wrong' },
    remedy: { zh: '请核对后重新输入', en: 'Check it and enter it again' },
  },
  'pin-initial': {
    rule: 'R72',
    article: '电子签名法第十三条',
    message: {
      zh: '签名口令还是发放时的初始口令，别人也可能知道',
      en: 'The signing PIN is the one that you were given, which others may know',
    },
    remedy: {
      zh: '请先在“签批确认方式”中改成自己的口令',
      en: 'Change it to one of your own under “How I confirm signatures” first',
    },
  },
  'signing-key-locked': {
    rule: 'R72',
    article: '电子签名法第十三条',
    message: { zh: '口令多次输入错误，签名密钥已锁定', en: 'Too many wrong PINs: the signing key is locked' },
    remedy: { zh: '请本人到部门管理员处重新办理签名证书', en: 'Have a new signing certificate issued in person' },
  },
  'signing-key-stopped': {
    rule: 'T13',
    article: '电子签名法第十五条',
    message: { zh: '该签名密钥已报失密或者停用', en: 'This signing key was reported compromised or stopped' },
    remedy: {
      zh: '请重新办理签名证书；停用前的可疑签名将被复核',
      en: 'Have a new certificate issued; suspect signatures are reviewed',
    },
  },
  'signing-key-absent': {
    rule: 'R73',
    article: '商用密码管理条例第三十条第二款',
    message: { zh: '该人员没有签名证书', en: 'This person has no signing certificate' },
    remedy: { zh: '请先办理签名证书', en: 'Have a signing certificate issued first' },
  },
  'signing-key-not-entrusted': {
    rule: 'R72',
    article: '电子签名法第十三条',
    message: {
      zh: '签名密钥更换过，还没有交给通行密钥打开',
      en: 'The signing key was replaced and has not been entrusted to the passkey',
    },
    remedy: {
      zh: '请停用旧的通行密钥并重新登记一次',
      en: 'Remove the passkey and register it once more',
    },
  },
  'certificate-unreadable': {
    rule: 'R73',
    article: '商用密码管理条例第三十条第二款',
    message: { zh: '证书文件不能识别', en: 'The certificate cannot be read' },
    remedy: { zh: '请提供 PEM 或者 DER 格式的 X.509 证书及其证书链', en: 'Give X.509 certificates as PEM or DER' },
  },
  'certificate-other-key': {
    rule: 'R73',
    article: '商用密码管理条例第三十条第二款',
    message: {
      zh: '证书中的公钥与申请时的密钥不一致',
      en: 'The certificate is for another key than the one asked for',
    },
    remedy: { zh: '请导入按本机申请文件签发的证书', en: 'Import the certificate issued for the request made here' },
  },
  'certificate-other-purpose': {
    rule: 'R73',
    article: '商用密码管理条例第三十条第二款',
    message: { zh: '证书的密钥用法不适合该用途', en: 'The key usage of the certificate does not fit its purpose' },
    remedy: { zh: '请向发证机构申请签名用途的证书', en: 'Ask the authority for a certificate that may sign for this' },
  },
  'certificate-other-subject': {
    rule: 'R72',
    article: '《电子签名法》第二十条',
    message: {
      zh: '证书主体不是人员登记中的本人（工号、姓名、机关须一致）',
      en: 'The certificate does not name the person of the register: number, name and organ must agree',
    },
    remedy: { zh: '请按本机申请文件重新申请证书', en: 'Ask for a certificate with exactly the subject of the request' },
  },
  'certificate-not-in-force': {
    rule: 'R73',
    article: '电子签名法第二十一条',
    message: { zh: '证书尚未生效或者已过有效期', en: 'The certificate is not in force' },
    remedy: { zh: '请申请新的证书', en: 'Ask for a new certificate' },
  },
  'certificate-chain-broken': {
    rule: 'R73',
    article: '商用密码管理条例第三十条第二款',
    message: {
      zh: '证书不能沿证书链验证到所给的根证书',
      en: 'No chain leads from the certificate to the root that came with it',
    },
    remedy: { zh: '请同时提供发证机构的根证书和中间证书', en: 'Give the root and what stands between as well' },
  },
  'certificate-no-root': {
    rule: 'R73',
    article: '电子签名法第十八条、商用密码管理条例第三十条第二款',
    message: {
      zh: '这不是根证书（须由发证机构自行签发、可以签发证书）',
      en: 'This is no root: one that signs itself and may issue certificates',
    },
    remedy: {
      zh: '请提供持有电子认证服务许可的机构公布的根证书',
      en: 'Give the root that an authority with a permit for electronic certification publishes',
    },
  },
  'certificate-text-unfit': {
    rule: 'house',
    article: '电子签名法第十八条',
    message: {
      zh: '依据、理由、密钥名称等文字须为1至400字',
      en: 'A basis, a reason and the name of a key have 1 to 400 characters',
    },
    remedy: { zh: '请缩短后重新提交；没有写入任何记录', en: 'Shorten it and try again; nothing was recorded' },
  },
  'authority-already-trusted': {
    rule: 'R73',
    article: '电子签名法第十八条',
    message: { zh: '这个根证书已经列为可信', en: 'This root is trusted already' },
    remedy: { zh: '不必重复列入', en: 'Nothing is left to do' },
  },
  'authority-not-trusted': {
    rule: 'R73',
    article: '电子签名法第十八条',
    message: { zh: '没有把这个根证书列为可信', en: 'No trusted root has this fingerprint' },
    remedy: { zh: '请核对根证书的摘要（SM3）', en: 'Compare the fingerprint (SM3) of the root' },
  },
  'revocation-list-foreign': {
    rule: 'R73',
    article: '电子签名法第二十二条',
    message: {
      zh: '这份吊销列表不是可信根证书之下的机构签发的',
      en: 'This revocation list is signed by no authority under a trusted root',
    },
    remedy: {
      zh: '请先用 liangqian certificate trust 列入其根证书，并导入过该机构的证书链',
      en: 'First trust its root with liangqian certificate trust, and import a certificate with its chain',
    },
  },
  'revocation-list-partial': {
    rule: 'R73',
    article: '电子签名法第二十二条',
    message: {
      zh: '这份吊销列表只是增量或者部分列表（含有不能识别的关键扩展），不能代替完整列表',
      en: 'This revocation list is a delta or a part (it has a critical extension that is not understood) and cannot stand for the whole',
    },
    remedy: { zh: '请导入该机构的完整吊销列表', en: 'Take in the complete list of the authority' },
  },
  'revocation-list-ahead': {
    rule: 'R73',
    article: '电子签名法第二十二条',
    message: { zh: '这份吊销列表的签发时间还没有到', en: 'This revocation list is dated in the future' },
    remedy: {
      zh: '请核对本机时间，或者向发证机构索取正确的列表',
      en: 'Check the clock of this machine, or ask the authority for a correct list',
    },
  },
  'time-stamp-unavailable': {
    rule: 'R85',
    article: '电子签名法第十三条',
    message: {
      zh: '时间戳服务机构没有应答，文书没有盖章',
      en: 'The time stamp authority did not answer, and the letter was not sealed',
    },
    remedy: {
      zh: '稍后重试，不会重复盖章；长时间没有应答的，请管理员检查时间戳服务地址',
      en: 'Try again shortly; nothing is sealed twice. If it lasts, ask the operator to check its address',
    },
  },
} as const satisfies RefusalTable;

export type SealRefusalCode = keyof typeof sealRefusals;
