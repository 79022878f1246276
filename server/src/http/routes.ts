import type { Platform } from '../platform.ts';
import { acceptanceRoutes } from './acceptance.ts';
import { applicationRoutes } from './application.ts';
import { batchSigningRoutes } from './batch-signing.ts';
import { catalogueRoutes } from './catalogue.ts';
import { confirmationRoutes } from './confirmation.ts';
import { decisionRoutes } from './decision.ts';
import { deliveryRoutes } from './delivery.ts';
import { deskRoutes } from './desk.ts';
import { discrepancyRoutes } from './discrepancy.ts';
import { documentRoutes } from './document.ts';
import { slipRoutes } from './slips.ts';
import { counterKnownRoutes } from './counter-known.ts';
import { draftRoutes } from './draft.ts';
import { evidenceRoutes } from './evidence.ts';
import { explorerRoutes } from './explorer.ts';
import { guideRoutes } from './guide.ts';
import { guidePrintRoutes } from './guide-print.ts';
import { feeRoutes } from './fee.ts';
import { healthRoutes } from './health.ts';
import { itemFormRoutes } from './item-form.ts';
import { itemLicenceRoutes } from './item-licences.ts';
import { type Demo, identityRoutes } from './identity.ts';
import { libraryExchangeRoutes } from './library-exchange.ts';
import { libraryRoutes } from './library.ts';
import { logStatusRoutes } from './log-status.ts';
import { materialRoutes } from './material.ts';
import { consentReadingRoutes } from './consent-reading.ts';
import { consentRoutes } from './consent.ts';
import { matterClaimRoutes } from './matter-claims.ts';
import { matterCounterKnownRoutes } from './matter-counter-known.ts';
import { dataListRoutes } from './data-list.ts';
import { sharingLetterRoutes } from './sharing-letter.ts';
import { bundleRoutes } from './bundle.ts';
import { matterRoutes } from './matter.ts';
import { licenceActRoutes } from './licence-acts.ts';
import { licenceLineageRoutes } from './licence-lineage.ts';
import { licenceCourseRoutes } from './licence-course.ts';
import { owedLicenceRoutes } from './owed-licence.ts';
import { licenceRoutes } from './licence.ts';
import { matterDraftRoutes } from './matter-draft.ts';
import { mandateRoutes } from './mandate.ts';
import { readingRoutes } from './reading.ts';
import { reviewRoutes } from './review.ts';
import type { Route } from './route.ts';
import { ruleRoutes } from './rule.ts';
import { sayingRoutes } from './saying.ts';
import { searchRoutes } from './search.ts';
import { sealRoutes } from './seal.ts';
import { standingRoutes } from './standing.ts';
import { trustRoutes } from './trust.ts';
import { vaultRoutes } from './vault.ts';

/** Every way in, in the order of a case. */
export function allRoutes(platform: Platform, demo: Demo | undefined): readonly Route[] {
  return [
    ...healthRoutes(platform),
    ...logStatusRoutes(platform),
    ...identityRoutes(platform, demo),
    ...confirmationRoutes(platform),
    ...searchRoutes(platform),
    ...catalogueRoutes(platform),
    ...guideRoutes(platform),
    ...guidePrintRoutes(platform),
    ...sayingRoutes(platform),
    ...ruleRoutes(platform),
    ...libraryRoutes(platform),
    ...libraryExchangeRoutes(platform),
    ...mandateRoutes(platform),
    ...materialRoutes(platform),
    ...itemFormRoutes(platform),
    ...itemLicenceRoutes(platform),
    ...draftRoutes(platform),
    ...counterKnownRoutes(platform),
    ...consentRoutes(platform),
    ...consentReadingRoutes(platform),
    ...dataListRoutes(platform),
    ...matterClaimRoutes(platform),
    ...matterCounterKnownRoutes(platform),
    ...sharingLetterRoutes(platform),
    ...discrepancyRoutes(platform),
    ...applicationRoutes(platform),
    ...acceptanceRoutes(platform),
    ...reviewRoutes(platform),
    ...decisionRoutes(platform),
    ...batchSigningRoutes(platform),
    ...feeRoutes(platform),
    ...documentRoutes(platform),
    ...evidenceRoutes(platform),
    ...explorerRoutes(platform),
    ...sealRoutes(platform),
    ...trustRoutes(platform),
    ...licenceRoutes(platform),
    ...licenceActRoutes(platform),
    ...licenceLineageRoutes(platform),
    ...licenceCourseRoutes(platform),
    ...owedLicenceRoutes(platform),
    ...vaultRoutes(platform),
    ...standingRoutes(platform),
    ...readingRoutes(platform),
    ...slipRoutes(platform),
    ...deliveryRoutes(platform),
    ...bundleRoutes(platform),
    ...matterRoutes(platform),
    ...matterDraftRoutes(platform),
    ...deskRoutes(platform),
  ];
}
