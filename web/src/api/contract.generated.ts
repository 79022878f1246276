// Generated from openapi.json by npm run contract; never edited.
export interface paths {
    readonly "/api/bundles": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One-matter bundles in force; staff of the lead organ see their drafts too */
        readonly get: operations["listBundles"];
        readonly put?: never;
        /**
         * Writes the draft of a bundle
         * @description Open to: departmentStaff, departmentHead, legalReviewer.
         */
        readonly post: operations["draftBundle"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/bundles/{bundleId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One bundle with its version in force, and its draft with every fault for the organ that leads */
        readonly get: operations["getBundle"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/bundles/{bundleId}/plan": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Which items the answers given so far call for, and which questions are still to be asked, each once */
        readonly post: operations["planMatter"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/bundles/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Every fault of a draft, each with its place and its mend; nothing is kept
         * @description Open to: departmentStaff, departmentHead, legalReviewer.
         */
        readonly post: operations["checkBundle"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/bundles/publication": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Publishes the draft: somebody other than its drafter, once it has no fault
         * @description Open to: departmentStaff, departmentHead, legalReviewer.
         */
        readonly post: operations["publishBundle"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/bundles/withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Takes a bundle out of service; matters that run keep their version
         * @description Open to: departmentStaff, departmentHead, legalReviewer.
         */
        readonly post: operations["withdrawBundle"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One’s work, the most urgent first; an applicant’s own cases, the newest change first
         * @description Open to: applicant, windowClerk, postedOfficer, chiefRepresentative, sealKeeper, departmentHead, departmentStaff, legalReviewer, supervisor, centreManager.
         */
        readonly get: operations["listCases"];
        readonly put?: never;
        /**
         * Applies; at the window also with one of the five outcomes in the same moment
         * @description Open to: applicant, windowClerk.
         */
        readonly post: operations["receiveCase"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The case, with what the caller could do now and why not the rest
         * @description Open to: applicant, windowClerk, postedOfficer, chiefRepresentative, sealKeeper, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["getCase"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/acceptance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * One of the five outcomes on a case that was received
         * @description Open to: windowClerk, postedOfficer, chiefRepresentative, departmentHead.
         */
        readonly post: operations["settleAcceptance"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/chain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The case act by act with its places in the log, and what its result came from
         * @description Open to: applicant, windowClerk, postedOfficer, chiefRepresentative, sealKeeper, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["getCaseChain"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/corrections": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Answers the one-time notice
         * @description Open to: applicant, windowClerk.
         */
        readonly post: operations["supplyCorrections"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Proposes, endorses or decides, as class, outcome and signer demand
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly post: operations["signDecision"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/decision/draft": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Shows the document before it is signed, and what the signature would be; changes nothing
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly post: operations["draftDecision"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/decision/draft/{documentHash}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The drafted document as PDF
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly get: operations["getDecisionDraft"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/decision/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The second signer returns the proposal to review
         * @description Open to: chiefRepresentative, departmentHead.
         */
        readonly post: operations["returnProposal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/deferred-materials": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Brings what was tolerated to follow
         * @description Open to: applicant, windowClerk.
         */
        readonly post: operations["supplyDeferred"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/delivery": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Serves the decision on the applicant
         * @description Open to: windowClerk.
         */
        readonly post: operations["deliverCase"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/delivery-receipt": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The proof of service 送达回证 as PDF, to be signed by hand where it was handed over
         * @description Open to: applicant, windowClerk, postedOfficer, chiefRepresentative, sealKeeper, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["getDeliveryReceipt"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/escalation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Leaves the sign lists for the department, deadlines unchanged
         * @description Open to: postedOfficer, chiefRepresentative.
         */
        readonly post: operations["escalateCase"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/evidence": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The evidence bundle of a case: its acts in the log, its letters, and the mandates that they rest on
         * @description Open to: applicant, windowClerk, postedOfficer, chiefRepresentative, sealKeeper, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["getCaseEvidence"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/fee/payment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Pays what the notice asks, to the treasury
         * @description Open to: applicant.
         */
        readonly post: operations["payFee"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/fee/reduction": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reduces or waives the fee, with its reason
         * @description Open to: chiefRepresentative, departmentHead.
         */
        readonly post: operations["reduceFee"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/fee/refund": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Gives a payment back, with its reason
         * @description Open to: chiefRepresentative, departmentHead.
         */
        readonly post: operations["refundFee"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/files/{fileHash}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A file of the case, for those whom the case concerns
         * @description Open to: applicant, windowClerk, postedOfficer, chiefRepresentative, sealKeeper, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["getCaseFile"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/misconduct": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enters what a decision found about the applicant, which bars applying again
         * @description Open to: departmentHead.
         */
        readonly post: operations["recordMisconduct"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/owed-letter": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Makes the letter that a robot could not make, with the writing of a name that no font has
         * @description Open to: windowClerk, postedOfficer, chiefRepresentative, departmentHead.
         */
        readonly post: operations["issueOwedLetter"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/paper-decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The record of a paper decision as PDF; it bears no seal and replaces no paper
         * @description Open to: applicant, windowClerk, postedOfficer, chiefRepresentative, sealKeeper, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["getPaperRecord"];
        readonly put?: never;
        /**
         * Records a decision signed on paper, for instruments that know no electronic signature
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead.
         */
        readonly post: operations["recordPaperDecision"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/readings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Which members of staff read in this case, the newest first
         * @description Open to: applicant, supervisor.
         */
        readonly get: operations["listCaseReadings"];
        readonly put?: never;
        /**
         * Says why one reads a case that is not one’s own to handle; holds for twelve hours
         * @description Open to: supervisor.
         */
        readonly post: operations["stateReason"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/receipt": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The receipt for the materials 收件回执 as PDF, without seal
         * @description Open to: applicant, windowClerk, postedOfficer, chiefRepresentative, sealKeeper, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["getReceipt"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/recusal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * An officer stands aside, or the head lets him
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead.
         */
        readonly post: operations["recuseOfficer"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/recusal-decision": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The organ answers that request, with a reason that the party is told
         * @description Open to: chiefRepresentative, departmentHead.
         */
        readonly post: operations["decideRecusal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/recusal-request": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A party asks that an officer stand aside; until that is decided the officer signs nothing in the case
         * @description Open to: applicant, windowClerk.
         */
        readonly post: operations["requestRecusal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * One act of review: findings, visits, special procedures, hearings, joint opinions, extension
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff, applicant.
         */
        readonly post: operations["reviewCase"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/statements": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Corrects a statement of one’s own
         * @description Open to: applicant, windowClerk.
         */
        readonly post: operations["correctStatement"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/termination": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Terminates on one of the listed grounds
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead.
         */
        readonly post: operations["terminateCase"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/cases/{caseNo}/withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Withdraws the application
         * @description Open to: applicant, windowClerk.
         */
        readonly post: operations["withdrawApplication"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/confirmation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * With what one confirms signatures
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly get: operations["getConfirmationWays"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/confirmation/challenge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Asks a passkey to confirm that its owner adds or removes a way of confirming; good once, for five minutes
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly post: operations["askToChangeWays"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/confirmation/codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Makes the secret of one-time codes and shows it, once; needs a fresh sign-in and the PIN
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly post: operations["beginCodes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/confirmation/codes/removal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ends one-time codes
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly post: operations["removeCodes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/confirmation/codes/start": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The first right code: from now on codes confirm, with the PIN
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly post: operations["startCodes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/confirmation/passkeys": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Registers the passkey that answered; needs a fresh sign-in, the PIN and, after the first, an answer by a way held
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly post: operations["registerPasskey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/confirmation/passkeys/challenge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Begins the registration of a passkey; changes nothing
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly post: operations["askToRegisterPasskey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/confirmation/passkeys/removal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Removes a passkey of one’s own: from that commit on it confirms nothing
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly post: operations["removePasskey"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/confirmation/pin": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Changes the PIN of one’s own signing key; needs a fresh sign-in and the old PIN
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly post: operations["changePin"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/confirmation/reset": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The head of the organ removes all ways of somebody who lost them
         * @description Open to: departmentHead.
         */
        readonly post: operations["resetConfirmation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/consent-codes/readings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Reads the code that a holder shows at the window, for the item or the case that is open there
         * @description Open to: windowClerk, postedOfficer, chiefRepresentative.
         */
        readonly post: operations["readCode"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/consents": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who used my papers: the caller’s consents and every use of his claims, the newest first
         * @description Open to: applicant.
         */
        readonly get: operations["listConsentsAndUses"];
        readonly put?: never;
        /**
         * Agrees to show named claims for one item, once: with a code for a window, or with the application that follows
         * @description Open to: applicant.
         */
        readonly post: operations["giveConsent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/consents/{consentId}/withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Takes back a consent that nobody has used yet
         * @description Open to: applicant.
         */
        readonly post: operations["withdrawConsent"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/decisions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Signs the ticked cases in one ceremony: each is checked again, signed by its own act and answered by itself
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly post: operations["signBatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/decisions/challenge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Asks for a passkey’s confirmation of exactly these decisions; good once, for five minutes, in this session
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly post: operations["askToConfirm"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/decisions/draft": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Shows what signing each of these cases favourably would be; changes nothing
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly post: operations["draftBatch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/demo": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The sign-ins of a demonstration; nothing elsewhere */
        readonly get: operations["listDemoSignIns"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/discrepancies": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What applicants corrected in the sources of the caller’s own organ, the newest first
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff.
         */
        readonly get: operations["listDiscrepancies"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/documents/{documentHash}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The sealed letter as PDF, or the document as it was signed
         * @description Open to: applicant, windowClerk, postedOfficer, chiefRepresentative, sealKeeper, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["getDocument"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/documents/{documentHash}/check": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Checks seal and content of a letter whose hash one knows */
        readonly get: operations["checkDocument"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/documents/{documentHash}/ofd": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The OFD twin of the sealed letter, under the same seal; sealed when it is first asked for
         * @description Open to: applicant, windowClerk, postedOfficer, chiefRepresentative, sealKeeper, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["getDocumentAsOfd"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/drafts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One’s own drafts, the newest first
         * @description Open to: applicant.
         */
        readonly get: operations["listDrafts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/drafts/{itemId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One’s draft of an item, with what has changed in the guide since
         * @description Open to: applicant.
         */
        readonly get: operations["getDraft"];
        readonly put?: never;
        /**
         * Saves what was filled in so far over the revision that one has seen
         * @description Open to: applicant.
         */
        readonly post: operations["saveDraft"];
        /**
         * Deletes one’s draft for good
         * @description Open to: applicant.
         */
        readonly delete: operations["deleteDraft"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether the platform and its database answer */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/items": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Items that answer plain words, best first; all of them without words */
        readonly get: operations["findItems"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/items/{itemId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The guide of an item as it is in force now */
        readonly get: operations["getItem"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/items/{itemId}/asked-questions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Which questions of the form are asked of somebody who has answered so far; nothing is kept */
        readonly post: operations["listAskedQuestions"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/items/{itemId}/blank-form": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The application form 空表 to be filled in by hand, as PDF */
        readonly get: operations["getBlankForm"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/items/{itemId}/claims": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Which of the caller’s claims the item needs, from which sources, to whom they go and on which ground
         * @description Open to: applicant.
         */
        readonly get: operations["getNeededClaims"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/items/{itemId}/form": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Questions and materials of an application for the item as it is in force now */
        readonly get: operations["getItemForm"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/items/{itemId}/guide": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The guide in both languages, of the version in force or of any other, with what changed from version to version */
        readonly get: operations["getGuide"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/items/{itemId}/guide-document": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The guide 办事指南 in force, in one language, as PDF */
        readonly get: operations["getGuideDocument"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/items/{itemId}/known": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What the caller need not answer again for this item, each with its source
         * @description Open to: applicant.
         */
        readonly get: operations["getKnownAnswers"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/items/{itemId}/known-at-counter": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What somebody at the window has answered before or says by his document, so that he is not asked again
         * @description Open to: windowClerk.
         */
        readonly post: operations["getKnownAtCounter"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/items/{itemId}/rules": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The decision table of an item as it is in force now
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative, supervisor, centreManager.
         */
        readonly get: operations["getRules"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/items/{itemId}/sample-form": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The application form filled in as a sample 样表 with invented persons, as PDF */
        readonly get: operations["getSampleForm"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/items/{itemId}/situation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Follows answers (`question:option,…`) to the item that is needed, its variant and its exact list of materials */
        readonly get: operations["followSituation"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/export": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The items in force as a workbook or as JSON; imported again they change nothing
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative, supervisor, centreManager.
         */
        readonly get: operations["exportItems"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/import-previews": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * What an import of the file would do: every fault of every row, every change of every item; nothing is done
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative.
         */
        readonly post: operations["previewItemImport"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/import-progress/{requestId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How far the file sent under this request id has been looked at; nothing is known before it has arrived
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative.
         */
        readonly get: operations["getImportProgress"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Makes drafts of the items of the file that was previewed: of all, or of none; nothing is published
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative.
         */
        readonly post: operations["importItems"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/items": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Items with their state, their drafts and their warnings
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative, supervisor, centreManager.
         */
        readonly get: operations["listLibrary"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/items/{itemId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * An item with its versions, its draft beside the version in force, its faults, and what the caller could do
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative, supervisor, centreManager.
         */
        readonly get: operations["getLibraryItem"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/items/{itemId}/draft": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Opens a draft from the version in force, or from nothing
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative.
         */
        readonly post: operations["openItemDraft"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/items/{itemId}/draft/approval": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The head or the legal reviewer approves what somebody else wrote
         * @description Open to: departmentHead, legalReviewer.
         */
        readonly post: operations["approveItemDraft"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/items/{itemId}/draft/content": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Writes the content of the draft anew
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative.
         */
        readonly post: operations["editItemDraft"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/items/{itemId}/draft/dropping": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Gives the draft up
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative.
         */
        readonly post: operations["dropItemDraft"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/items/{itemId}/draft/publication": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Publishes the approved draft as the next version, at once or from a later moment
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative.
         */
        readonly post: operations["publishItemDraft"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/items/{itemId}/draft/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The second person sends it back with reasons
         * @description Open to: departmentHead, legalReviewer.
         */
        readonly post: operations["returnItemDraft"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/items/{itemId}/draft/submission": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Hands the draft to a second person; refused with every fault while there is one
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative.
         */
        readonly post: operations["submitItemDraft"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/items/{itemId}/rule-set-signature": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The head signs the rules of a version, which alone lets a rule set decide
         * @description Open to: departmentHead.
         */
        readonly post: operations["signRuleSet"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/items/{itemId}/withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Withdraws a version; running cases keep it
         * @description Open to: departmentHead, legalReviewer.
         */
        readonly post: operations["withdrawItem"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/library/schema": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The elements of an item as JSON Schema with their names, and the groups in which they are written
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative, supervisor, centreManager.
         */
        readonly get: operations["getItemSchema"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/licences": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The register of the organ’s licences, the newest first; of all organs for supervisors
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["listLicences"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/licences/{licenceNo}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A licence with its history
         * @description Open to: applicant, postedOfficer, chiefRepresentative, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["getLicence"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/licences/{licenceNo}/acts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Replaces, suspends, reinstates, withdraws, annuls, forfeits or cancels a licence; signed by who acts
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly post: operations["actOnLicence"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/licences/{licenceNo}/acts/challenge": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Asks for a passkey’s confirmation of exactly this act on the licence
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly post: operations["askToConfirmLicenceAct"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/licences/{licenceNo}/credential": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The licence as SD-JWT VC, for its holder; bound to a key of his wallet where he names one
         * @description Open to: applicant.
         */
        readonly post: operations["issueCredential"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/licences/{licenceNo}/document": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The licence as a document under the organ’s seal; sealed when it is first asked for
         * @description Open to: applicant, postedOfficer, chiefRepresentative, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["getLicenceDocument"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/licences/{licenceNo}/document/ofd": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The OFD twin of the sealed licence document, under the same seal
         * @description Open to: applicant, postedOfficer, chiefRepresentative, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["getLicenceDocumentAsOfd"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/licences/{licenceNo}/evidence": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The evidence bundle of a licence: its acts in the log, its document, the granting case and the mandates
         * @description Open to: applicant, postedOfficer, chiefRepresentative, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["getLicenceEvidence"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/licences/{licenceNo}/lineage": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Where a licence came from, which cases of which organs used it, and what became of it, with the log */
        readonly get: operations["getLicenceLineage"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/licences/{licenceNo}/readings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Which members of staff looked at this licence, the newest first
         * @description Open to: applicant, supervisor.
         */
        readonly get: operations["listLicenceReadings"];
        readonly put?: never;
        /**
         * Says why one reads a licence that is not one’s own to handle; holds for twelve hours
         * @description Open to: supervisor.
         */
        readonly post: operations["stateLicenceReason"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/licences/{licenceNo}/status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether the licence with this number stands; nothing about its holder */
        readonly get: operations["getLicenceStatus"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/licences/search": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The licences of a holder, by his number, that one’s organ issued
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly post: operations["findLicences"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/log": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How far the transparency log has come, and who has witnessed it */
        readonly get: operations["getLogState"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/log-status": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How far the transparency log has been witnessed, and what somebody must look at
         * @description Open to: supervisor, centreManager, operator, departmentHead.
         */
        readonly get: operations["getLogStatus"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/log/entries/{index}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** One entry of the log by its number: hash, proof and witnesses */
        readonly get: operations["getLogEntry"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Mandates with their state; a stranger sees the published ones */
        readonly get: operations["listMandates"];
        readonly put?: never;
        /**
         * Writes the letter, or writes it again before anybody has signed
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative.
         */
        readonly post: operations["draftMandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The letter, its state and life, and what the caller could do now */
        readonly get: operations["getMandate"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}/acceptance": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A named person, or the head of the organ, accepts
         * @description Open to: postedOfficer, chiefRepresentative, sealKeeper, departmentHead, departmentStaff.
         */
        readonly post: operations["acceptMandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}/amendment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Writes the next version
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative.
         */
        readonly post: operations["amendMandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}/chain": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The public life of a mandate with its places in the log */
        readonly get: operations["getMandateChain"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}/evidence": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The evidence bundle of a published mandate: its life in the log, and its sealed letters */
        readonly get: operations["getMandateEvidence"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}/filing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Filing with the administration of government services
         * @description Open to: legalReviewer, departmentStaff, departmentHead, centreManager.
         */
        readonly post: operations["fileMandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}/letter.pdf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The letter as PDF, printed from the record that is enforced */
        readonly get: operations["getMandateLetter"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}/publication": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Publication; from here the term alone decides
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative, centreManager.
         */
        readonly post: operations["publishMandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}/resumption": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Gives the power back
         * @description Open to: departmentHead, supervisor.
         */
        readonly post: operations["resumeMandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}/review": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Legal review by somebody other than the drafter
         * @description Open to: legalReviewer, departmentStaff, departmentHead.
         */
        readonly post: operations["reviewMandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}/revocation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ends the mandate for good, at once
         * @description Open to: departmentHead.
         */
        readonly post: operations["revokeMandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}/signature": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The head signs the letter, and with it the data
         * @description Open to: departmentHead.
         */
        readonly post: operations["signMandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}/suspension": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stops the mandate, or single holders, at once
         * @description Open to: departmentHead, supervisor.
         */
        readonly post: operations["suspendMandate"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}/versions/{version}/letter.ofd": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The OFD twin of the sealed letter of a version, under the same seal */
        readonly get: operations["getSealedMandateLetterAsOfd"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/mandates/{mandateNo}/versions/{version}/letter.pdf": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** The sealed letter of a version in force as PDF; sealed when it is first asked for */
        readonly get: operations["getSealedMandateLetter"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matter-drafts": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One’s own drafts of matters, the newest first
         * @description Open to: applicant.
         */
        readonly get: operations["listMatterDrafts"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matter-drafts/{bundleId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One’s draft of a matter, with whether its bundle has changed since
         * @description Open to: applicant.
         */
        readonly get: operations["getMatterDraft"];
        readonly put?: never;
        /**
         * Saves what was answered so far over the revision that one has seen
         * @description Open to: applicant.
         */
        readonly post: operations["saveMatterDraft"];
        /**
         * Deletes one’s draft of a matter for good
         * @description Open to: applicant.
         */
        readonly delete: operations["deleteMatterDraft"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matters": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One’s own matters, the newest first
         * @description Open to: applicant.
         */
        readonly get: operations["listMatters"];
        readonly put?: never;
        /**
         * Begins a matter: one application, whose items become cases in their order
         * @description Open to: applicant, windowClerk.
         */
        readonly post: operations["submitMatter"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matters/{matterNo}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * How far the matter is: every item with its organ, clock, state and reasons
         * @description Open to: applicant, windowClerk, postedOfficer, chiefRepresentative, sealKeeper, departmentHead, departmentStaff, legalReviewer, supervisor.
         */
        readonly get: operations["getMatter"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matters/{matterNo}/holds": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Lifts a hold on the evidence that its reason is gone: the organ of a held item, or the one that the hold names
         * @description Open to: postedOfficer, chiefRepresentative, departmentHead.
         */
        readonly post: operations["liftHold"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matters/{matterNo}/omissions": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Leaves out an item that has not begun
         * @description Open to: applicant.
         */
        readonly post: operations["omitChild"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matters/{matterNo}/readings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Says why one reads a matter that is not one’s own to handle; holds for twelve hours
         * @description Open to: supervisor.
         */
        readonly post: operations["stateMatterReason"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/matters/{matterNo}/withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Withdraws the whole matter; what was granted stands
         * @description Open to: applicant.
         */
        readonly post: operations["withdrawMatter"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my/licences": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The licences that one holds, ended ones among them
         * @description Open to: applicant.
         */
        readonly get: operations["listMyLicences"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my/vault": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One’s own files, with every sharing and its use
         * @description Open to: applicant.
         */
        readonly get: operations["getVault"];
        readonly put?: never;
        /**
         * Keeps one’s own upload in the vault
         * @description Open to: applicant.
         */
        readonly post: operations["keepInVault"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my/vault/{fileId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One’s own file
         * @description Open to: applicant.
         */
        readonly get: operations["getVaultFile"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Takes one’s own file away; what a case has stays with the case
         * @description Open to: applicant.
         */
        readonly delete: operations["dropVaultFile"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my/vault/{fileId}/shares": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Shares a file for one requirement of one item, once; the answer is what the application names
         * @description Open to: applicant.
         */
        readonly post: operations["shareVaultFile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my/vault/from-case": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Keeps a file of one’s own case in the vault
         * @description Open to: applicant.
         */
        readonly post: operations["keepCaseFile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/my/vault/shares/{shareId}/revocation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Takes a sharing back that was not used yet
         * @description Open to: applicant.
         */
        readonly post: operations["revokeVaultShare"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/readings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Readings of the whole district, the newest first, or those of one reader
         * @description Open to: supervisor.
         */
        readonly get: operations["listReadings"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/rule-checks": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Type check, coverage, hash and example results of rules that are being written; nothing is kept
         * @description Open to: departmentStaff, departmentHead, legalReviewer, postedOfficer, chiefRepresentative, supervisor, centreManager.
         */
        readonly post: operations["checkRules"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sayings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Sayings with where they lead, what searches suggest, and the items for which the caller keeps them
         * @description Open to: departmentStaff, departmentHead, legalReviewer, centreManager.
         */
        readonly get: operations["listSayings"];
        readonly put?: never;
        /**
         * Lets a saying lead to items, with the reason
         * @description Open to: departmentStaff, departmentHead, legalReviewer, centreManager.
         */
        readonly post: operations["addSaying"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sayings/{saying}/retirement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Lets a saying no longer lead to items, with the reason
         * @description Open to: departmentStaff, departmentHead, legalReviewer, centreManager.
         */
        readonly post: operations["retireSaying"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/seals": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The seals of one’s organ; of all organs for supervisors and the centre
         * @description Open to: departmentHead, departmentStaff, legalReviewer, sealKeeper, chiefRepresentative, supervisor, centreManager.
         */
        readonly get: operations["listSeals"];
        readonly put?: never;
        /**
         * The head asks for a seal of the organ
         * @description Open to: departmentHead.
         */
        readonly post: operations["requestSeal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/seals/{sealId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * A seal with its life, its custody, and what the caller could do now
         * @description Open to: departmentHead, departmentStaff, legalReviewer, sealKeeper, chiefRepresentative, supervisor, centreManager.
         */
        readonly get: operations["getSeal"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/seals/{sealId}/filing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The seal is filed with the authority
         * @description Open to: departmentHead.
         */
        readonly post: operations["fileSeal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/seals/{sealId}/making": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The seal that was asked for is made, with key, certificate and picture
         * @description Open to: departmentHead.
         */
        readonly post: operations["makeSeal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/seals/{sealId}/offer": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The keeper, or the head for him, offers the seal to another keeper
         * @description Open to: sealKeeper, departmentHead.
         */
        readonly post: operations["offerSeal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/seals/{sealId}/return": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The stopped seal goes back to the authority
         * @description Open to: sealKeeper, departmentHead.
         */
        readonly post: operations["handBackSeal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/seals/{sealId}/stop": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The seal is stopped, at once
         * @description Open to: sealKeeper, departmentHead, supervisor.
         */
        readonly post: operations["stopSeal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/seals/{sealId}/taking": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Whom the seal was offered to takes it
         * @description Open to: sealKeeper.
         */
        readonly post: operations["takeSeal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/seals/{sealId}/use": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The head entrusts the seal to a keeper; from here it may be used
         * @description Open to: departmentHead.
         */
        readonly post: operations["putSealInUse"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/seals/{sealId}/uses": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The seal-use register: who, on which document of which case, on whose signatures, when, verified how
         * @description Open to: departmentHead, departmentStaff, legalReviewer, sealKeeper, chiefRepresentative, supervisor, centreManager.
         */
        readonly get: operations["listSealUses"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/searches": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Counts a question by day, with the number of its hits; numbers and addresses are not kept */
        readonly post: operations["countSearch"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/searches/choices": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /** Counts which item was opened after questions of the same day */
        readonly post: operations["countChoice"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/session": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who is signed in, and which screens are open to him
         * @description Anybody who is signed in.
         */
        readonly get: operations["getSession"];
        readonly put?: never;
        /** Signs in; the answer sets the session cookie */
        readonly post: operations["signIn"];
        /**
         * Signs out
         * @description Anybody who is signed in.
         */
        readonly delete: operations["signOut"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/sign-lists": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Lists 0, 1 and 2: the annexes of a mandate, generated from the items in force */
        readonly get: operations["getSignLists"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/standing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Whether the document with this number still stands, and under which mandate it was issued */
        readonly get: operations["getStanding"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/suggested-sayings/{saying}/decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Sets a suggested saying aside, so that it is not suggested again
         * @description Open to: departmentStaff, departmentHead, legalReviewer, centreManager.
         */
        readonly post: operations["declineSaying"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/trust": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** Certificates of the authorities behind the seals, their revocation lists, and the keys of the log */
        readonly get: operations["getTrust"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/upload-limits": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /** How large a file, and all files of one case together, may be */
        readonly get: operations["getUploadLimits"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/uploads": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Takes in a file: PDF, JPEG, PNG or OFD, told by its content
         * @description Open to: applicant, windowClerk.
         */
        readonly post: operations["uploadFile"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/api/uploads/{uploadId}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * One’s own upload
         * @description Open to: applicant, windowClerk.
         */
        readonly get: operations["getUpload"];
        readonly put?: never;
        readonly post?: never;
        /**
         * Takes one’s own waiting upload away
         * @description Open to: applicant, windowClerk.
         */
        readonly delete: operations["deleteUpload"];
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An answer per case: signed, or refused and why */
        readonly BatchAnswer: {
            readonly cases: readonly {
                readonly caseNo: string;
                readonly refused?: components["schemas"]["Refusal"];
                readonly signed?: components["schemas"]["CasePerformed"];
            }[];
        };
        /** @description One case of a batch with its document, or why it cannot be signed */
        readonly BatchDraft: {
            readonly applicantName?: string;
            readonly caseNo: string;
            readonly decision?: {
                readonly departure?: string;
                readonly documentHash: string;
                readonly evidenceHash: string;
                /** @enum {string} */
                readonly exceptionCode?: "EX-COLLECTIVE" | "EX-HEARING" | "EX-MAJOR" | "EX-SUPERIOR";
                /** @default  */
                readonly facts: string;
                /** @default false */
                readonly forwardToHead: boolean;
                readonly handlingReason?: string;
                /** @default [] */
                readonly norms: readonly string[];
                /** @enum {string} */
                readonly outcome: "GRANT" | "GRANT_ON_PROMISE" | "REFUSE";
                readonly reason: string;
                readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
            };
            readonly draft?: components["schemas"]["DecisionDraft"];
            readonly itemName?: string;
            readonly itemNameEn?: string;
            readonly refused?: components["schemas"]["Refusal"];
        };
        /** @description One matter 一件事 as it is in force, and its draft for the organ that leads */
        readonly Bundle: {
            readonly bundleId: string;
            readonly can: {
                readonly withdraw: components["schemas"]["Can"];
            };
            readonly draft?: {
                readonly bundle: {
                    readonly fields: readonly {
                        readonly from: {
                            /** @constant */
                            readonly kind: "asked";
                        } | {
                            /** @constant */
                            readonly kind: "identity";
                            /** @enum {string} */
                            readonly of: "name" | "idNo" | "phone";
                        } | {
                            /** @constant */
                            readonly kind: "fixed";
                            readonly value: boolean | number | string;
                        } | {
                            readonly items: readonly string[];
                            /** @constant */
                            readonly kind: "output";
                            readonly output: string;
                        } | {
                            readonly fact: string;
                            readonly item: string;
                            /** @constant */
                            readonly kind: "fact";
                        };
                        readonly label: {
                            readonly en: string;
                            readonly zh: string;
                        };
                        readonly name: string;
                        readonly standard: string;
                        readonly to: {
                            readonly [key: string]: string;
                        };
                        readonly type: string;
                    }[];
                    readonly founds: {
                        readonly code: string;
                        readonly items: readonly string[];
                        readonly name: string;
                    } | null;
                    readonly id: string;
                    readonly items: readonly string[];
                    readonly lead: string;
                    readonly name: string;
                    readonly nameEn: string;
                    readonly rules: readonly {
                        readonly does: {
                            readonly by: string;
                            readonly item: string;
                            /** @constant */
                            readonly kind: "replace";
                        } | {
                            readonly item: string;
                            /** @constant */
                            readonly kind: "remove";
                        } | {
                            readonly item: string;
                            /** @constant */
                            readonly kind: "add";
                        } | {
                            readonly items: readonly string[];
                            /** @constant */
                            readonly kind: "hold";
                            readonly liftedBy?: string;
                        } | {
                            readonly item: string;
                            /** @constant */
                            readonly kind: "prompt";
                        } | {
                            /** @constant */
                            readonly kind: "stop";
                        };
                        readonly when: string;
                        readonly why: {
                            readonly en: string;
                            readonly zh: string;
                        };
                    }[];
                    readonly waves: readonly (readonly string[])[];
                };
                readonly by: string;
                readonly faults: readonly {
                    readonly code: string;
                    readonly message: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly place: string;
                    readonly reason: string;
                    readonly remedy: {
                        readonly en: string;
                        readonly zh: string;
                    };
                }[];
                readonly hash: string;
            };
            readonly hasDraft: boolean;
            readonly items: readonly {
                readonly itemId: string;
                readonly name: string;
                readonly nameEn: string;
            }[];
            readonly lead: string;
            readonly leadName: string;
            readonly leadNameEn: string;
            readonly name: string;
            readonly nameEn: string;
            readonly published?: {
                readonly bundle: {
                    readonly fields: readonly {
                        readonly from: {
                            /** @constant */
                            readonly kind: "asked";
                        } | {
                            /** @constant */
                            readonly kind: "identity";
                            /** @enum {string} */
                            readonly of: "name" | "idNo" | "phone";
                        } | {
                            /** @constant */
                            readonly kind: "fixed";
                            readonly value: boolean | number | string;
                        } | {
                            readonly items: readonly string[];
                            /** @constant */
                            readonly kind: "output";
                            readonly output: string;
                        } | {
                            readonly fact: string;
                            readonly item: string;
                            /** @constant */
                            readonly kind: "fact";
                        };
                        readonly label: {
                            readonly en: string;
                            readonly zh: string;
                        };
                        readonly name: string;
                        readonly standard: string;
                        readonly to: {
                            readonly [key: string]: string;
                        };
                        readonly type: string;
                    }[];
                    readonly founds: {
                        readonly code: string;
                        readonly items: readonly string[];
                        readonly name: string;
                    } | null;
                    readonly id: string;
                    readonly items: readonly string[];
                    readonly lead: string;
                    readonly name: string;
                    readonly nameEn: string;
                    readonly rules: readonly {
                        readonly does: {
                            readonly by: string;
                            readonly item: string;
                            /** @constant */
                            readonly kind: "replace";
                        } | {
                            readonly item: string;
                            /** @constant */
                            readonly kind: "remove";
                        } | {
                            readonly item: string;
                            /** @constant */
                            readonly kind: "add";
                        } | {
                            readonly items: readonly string[];
                            /** @constant */
                            readonly kind: "hold";
                            readonly liftedBy?: string;
                        } | {
                            readonly item: string;
                            /** @constant */
                            readonly kind: "prompt";
                        } | {
                            /** @constant */
                            readonly kind: "stop";
                        };
                        readonly when: string;
                        readonly why: {
                            readonly en: string;
                            readonly zh: string;
                        };
                    }[];
                    readonly waves: readonly (readonly string[])[];
                };
                readonly effectiveFrom: string;
                readonly version: number;
            };
            readonly version?: number;
        };
        readonly BundlePerformed: {
            readonly bundleId: string;
            readonly seq: number;
        };
        readonly BundleRow: {
            readonly bundleId: string;
            readonly hasDraft: boolean;
            readonly items: readonly {
                readonly itemId: string;
                readonly name: string;
                readonly nameEn: string;
            }[];
            readonly lead: string;
            readonly leadName: string;
            readonly leadNameEn: string;
            readonly name: string;
            readonly nameEn: string;
            readonly version?: number;
        };
        readonly Can: {
            /** @constant */
            readonly allowed: true;
        } | {
            /** @constant */
            readonly allowed: false;
            readonly refusal: components["schemas"]["Refusal"];
        };
        /** @description A case as the caller may see it, with what he could do now */
        readonly Case: {
            readonly agent?: {
                readonly idNo: string;
                readonly name: string;
                readonly phone?: string;
            };
            readonly applicant: {
                readonly address?: string;
                readonly idNo: string;
                readonly idOverrideReason?: string;
                /** @enum {string} */
                readonly idType: "citizenId" | "uscc" | "passport" | "otherDocument";
                /** @enum {string} */
                readonly kind: "naturalPerson" | "legalPerson" | "otherOrganisation";
                readonly legalRepresentative?: {
                    readonly idNo: string;
                    readonly name: string;
                };
                readonly name: string;
                readonly phone?: string;
                readonly printedAs?: string;
                readonly shareholders?: readonly {
                    readonly idNo: string;
                    readonly name: string;
                }[];
            };
            readonly can: {
                readonly [key: string]: components["schemas"]["Can"];
            };
            readonly caseNo: string;
            readonly channel: string;
            readonly clocks?: components["schemas"]["Clocks"];
            readonly decided?: {
                readonly at: string;
                readonly outcome: string;
                readonly paper?: {
                    readonly paperNo: string;
                    readonly recordedBy: string;
                    readonly signedBy: string;
                    readonly signedOn: string;
                };
                readonly reason: string;
                readonly ruleSetHash?: string;
            };
            readonly deferral?: {
                readonly codes: readonly string[];
                readonly untilOn: string;
            };
            readonly delivered?: {
                readonly at: string;
                readonly method: string;
            };
            readonly discrepancies: readonly {
                readonly name: string;
                readonly organ: string;
                readonly source: string;
                readonly sourceName: string;
                readonly stated: boolean | number | string;
                readonly value: boolean | number | string;
            }[];
            readonly documents: readonly {
                readonly docNo: string;
                readonly documentHash: string;
                readonly hasOfd: boolean;
                readonly kind: string;
                readonly sealedHash: string;
            }[];
            readonly extension?: {
                readonly at: string;
                readonly workingDays: number;
            };
            readonly fee?: {
                readonly dueFen: number;
                readonly lines: readonly {
                    readonly basis: string;
                    readonly code: string;
                    readonly fen: number;
                    readonly name: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly standard: string;
                }[];
                readonly noticeNo: string;
                readonly office?: string;
                readonly paidAt?: string;
                readonly receiptNo?: string;
                readonly reducedFor?: string;
                readonly refundedFor?: string;
                /** @enum {string} */
                readonly state: "due" | "waived" | "paid" | "refunded";
                readonly totalFen: number;
            };
            readonly findings: readonly {
                readonly by: string;
                readonly evidence: string;
                readonly name: string;
                /** @enum {string} */
                readonly source: "review" | "joint";
                readonly value: boolean | number | string;
            }[];
            readonly form: {
                readonly [key: string]: boolean | number | string;
            };
            readonly gathered: readonly {
                readonly name: string;
                readonly receipt: string;
                /** @enum {string} */
                readonly source: "share" | "rule" | "config";
                readonly value: boolean | number | string;
                readonly verified: boolean;
            }[];
            readonly hearing: {
                readonly heldOn?: string;
                readonly place?: string;
                readonly presider?: string;
                readonly presiderName?: string;
                readonly requestedAt?: string;
                readonly scheduledOn?: string;
                readonly toldAt?: string;
            };
            readonly inspectorsAssignedAt?: string;
            readonly intakeLines: readonly {
                /** @enum {string} */
                readonly check: "completeness" | "form" | "validity" | "identity";
                readonly provenByRecord: boolean;
            }[];
            readonly interested: readonly {
                readonly heard: boolean;
                readonly party: string;
            }[];
            readonly itemId: string;
            readonly itemName: string;
            readonly itemNameEn: string;
            readonly itemVersion: number;
            readonly joint: readonly {
                readonly askedAt: string;
                readonly dueInDays: number;
                readonly opinion?: string;
                readonly organ: string;
                readonly organName: string;
            }[];
            readonly materials: readonly ({
                readonly code: string;
                readonly file?: {
                    readonly hash: string;
                    readonly mediaType: string;
                    readonly name: string;
                    readonly size: number;
                };
                readonly maker?: {
                    readonly idNo: string;
                    /** Format: date */
                    readonly issuedOn: string;
                    readonly name: string;
                    readonly reportNo: string;
                };
                readonly reference?: string;
                /** @enum {string} */
                readonly source: "file" | "form" | "paper";
            } | {
                readonly code: string;
                readonly reference: string;
                /** @enum {string} */
                readonly source: "licence" | "share";
            })[];
            readonly matter?: {
                readonly fields: {
                    readonly [key: string]: boolean | number | string;
                };
                readonly matterNo: string;
            };
            readonly notAccepted?: {
                /** @enum {string} */
                readonly outcome: "NOT_NEEDED" | "NOT_OURS";
                readonly reason: string;
            };
            readonly notices: readonly {
                readonly answerByOn: string;
                readonly at: string;
                readonly defects: readonly {
                    /** @enum {string} */
                    readonly check?: "completeness" | "form" | "validity" | "identity";
                    readonly code: string;
                    readonly need: string;
                    readonly what: string;
                }[];
            }[];
            readonly officers: readonly {
                readonly name: string;
                readonly personId: string;
                /** @enum {string} */
                readonly post: "windowClerk" | "postedOfficer" | "chiefRepresentative" | "sealKeeper" | "departmentHead" | "departmentStaff" | "legalReviewer" | "supervisor" | "centreManager" | "operator";
            }[];
            readonly organ: string;
            readonly organName: string;
            readonly organNameEn: string;
            readonly owed: readonly string[];
            readonly owedLetters: readonly {
                readonly code: string;
                readonly kind: string;
            }[];
            readonly points: readonly {
                readonly evidence: string;
                readonly note?: string;
                readonly point: number;
                /** @enum {string} */
                readonly result: "met" | "notMet" | "notApplicable";
            }[];
            readonly procedures: readonly {
                readonly endedAt?: string;
                readonly noticedWorkingDays: number;
                readonly procedure: string;
                readonly startedAt: string;
                readonly stopsClock: boolean;
            }[];
            readonly promisable?: {
                readonly codes: readonly string[];
                readonly latestOn: string;
            };
            readonly queue?: {
                readonly place: number;
                readonly placesLeft: number;
            };
            readonly receivedAt: string;
            readonly recusals: readonly {
                readonly answer?: {
                    readonly at: string;
                    readonly granted: boolean;
                    readonly reason: string;
                };
                readonly at: string;
                /** @enum {string} */
                readonly decider: "chief" | "head" | "superior";
                /** @enum {string} */
                readonly ground: "self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other";
                readonly personId: string;
                readonly reason: string;
            }[];
            readonly returned: readonly {
                readonly by: string;
                readonly reason: string;
            }[];
            /** @enum {string} */
            readonly route: "normal" | "promise";
            readonly scope: {
                readonly amount?: number;
                readonly area?: number;
                readonly headcount?: number;
                readonly project?: string;
                readonly region: string;
                readonly riskGrade?: number;
            };
            readonly signatures: readonly {
                readonly at: string;
                /** @enum {string} */
                readonly confirmedBy?: "passkey" | "code" | "pin";
                /** @enum {string} */
                readonly kind: "propose" | "endorse" | "decide";
                readonly mandate?: {
                    readonly hash: string;
                    readonly mandateNo: string;
                    readonly version: number;
                };
                readonly no: number;
                /** @enum {string} */
                readonly outcome: "GRANT" | "GRANT_ON_PROMISE" | "REFUSE";
                readonly personId: string;
                /** @enum {string} */
                readonly role: "handler" | "chief" | "head";
            }[];
            readonly signing?: components["schemas"]["Signing"];
            /** @enum {string} */
            readonly state: "new" | "received" | "correcting" | "notAccepted" | "accepted" | "proposed" | "decided" | "sealed" | "delivered" | "withdrawn" | "terminated";
            readonly suspended: boolean;
            readonly timeline: readonly components["schemas"]["TimelineEntry"][];
        };
        readonly CaseChain: {
            readonly acts: readonly {
                readonly actor: string;
                readonly at: string;
                readonly checkpointSize: number;
                readonly generation?: number;
                readonly index: number;
                readonly isOpen: boolean;
                readonly isWitnessed: boolean;
                readonly leaf: string;
                readonly leafHash: string;
                readonly mandate?: {
                    readonly hash: string;
                    readonly mandateNo: string;
                    readonly version: number;
                };
                readonly proof: string;
                readonly record: string;
                readonly seq: readonly [
                    number,
                    number
                ];
                readonly what: readonly {
                    readonly en: string;
                    readonly zh: string;
                }[];
                readonly witnesses: readonly components["schemas"]["WitnessSeen"][];
            }[];
            readonly lineage: readonly components["schemas"]["LineageStep"][];
            readonly log: components["schemas"]["LogTrust"];
            readonly stream: string;
            readonly waiting: number;
        };
        readonly CasePerformed: {
            readonly caseNo: string;
            readonly documents: readonly {
                readonly docNo: string;
                readonly documentHash: string;
                readonly hasOfd: boolean;
                readonly kind: string;
                readonly sealedHash: string;
            }[];
            readonly events: readonly {
                readonly at: string;
                readonly seq: number;
                readonly type: string;
            }[];
            readonly seq: number;
        };
        readonly CaseRow: {
            readonly applicantName: string;
            readonly caseNo: string;
            readonly clocks?: components["schemas"]["Clocks"];
            readonly dueOn: string;
            /** @description Whose turn it is: window, applicant, handler, chief, head, delivery, nobody; opinion where another organ’s opinion is awaited */
            readonly holder: string;
            readonly itemId: string;
            readonly itemName: string;
            readonly itemNameEn: string;
            readonly organ: string;
            readonly signatures: number;
            /** @enum {string} */
            readonly state: "new" | "received" | "correcting" | "notAccepted" | "accepted" | "proposed" | "decided" | "sealed" | "delivered" | "withdrawn" | "terminated";
            readonly updatedAt: string;
        };
        /** @description What a window receives for a code: the claims that the item needs, once */
        readonly ClaimsReceived: {
            readonly answers: readonly {
                readonly label: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly name: string;
                readonly organ: string;
                readonly receipt: string;
                readonly source: string;
                readonly sourceName: string;
                readonly value: boolean | number | string;
            }[];
            readonly consentId: string;
            readonly papers: readonly {
                readonly code: string;
                readonly label: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly licenceNo?: string;
                readonly organName: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly receipt: string;
                readonly source: string;
                readonly sourceName: string;
                readonly validUntilOn: string | null;
            }[];
            readonly subject: {
                readonly idNo: string;
                /** @enum {string} */
                readonly idType: "citizenId" | "uscc" | "passport" | "otherDocument";
                /** @enum {string} */
                readonly kind: "naturalPerson" | "legalPerson" | "otherOrganisation";
                readonly legalRepresentative?: {
                    readonly idNo: string;
                    readonly name: string;
                };
                readonly name: string;
            };
            readonly unusable: readonly {
                readonly code: string;
                readonly label: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly refusal: components["schemas"]["Refusal"];
            }[];
        };
        /** @description One use of a holder’s claims (R20) */
        readonly ClaimUse: {
            readonly at: string;
            readonly by?: string;
            readonly caseNo?: string;
            readonly claims: readonly {
                readonly code: string;
                /** @enum {string} */
                readonly kind: "material" | "answer" | "fact";
                readonly label: {
                    readonly en: string;
                    readonly zh: string;
                };
            }[];
            readonly ground: {
                readonly consentId: string;
                /** @constant */
                readonly kind: "consent";
            } | {
                readonly basis: string;
                /** @constant */
                readonly kind: "statute";
            };
            readonly itemId: string;
            readonly itemName: {
                readonly en: string;
                readonly zh: string;
            };
            readonly organName: {
                readonly en: string;
                readonly zh: string;
            };
            readonly place?: {
                readonly en: string;
                readonly zh: string;
            };
            readonly purpose: string;
        };
        readonly Clocks: {
            readonly inspectors?: {
                readonly dueOn: string;
                /** @enum {string} */
                readonly light: "green" | "yellow" | "red";
                readonly paused: boolean;
                readonly provisional: boolean;
                readonly workingDaysLeft: number;
            };
            readonly onTheSpot?: {
                readonly dueOn: string;
                /** @enum {string} */
                readonly light: "green" | "yellow" | "red";
                readonly paused: boolean;
                readonly provisional: boolean;
                readonly workingDaysLeft: number;
            };
            readonly promised: {
                readonly dueOn: string;
                /** @enum {string} */
                readonly light: "green" | "yellow" | "red";
                readonly paused: boolean;
                readonly provisional: boolean;
                readonly workingDaysLeft: number;
            };
            readonly readings?: {
                readonly applicant: {
                    readonly dueOn: string;
                    /** @enum {string} */
                    readonly unit: "W" | "N";
                };
                readonly organ: {
                    readonly dueOn: string;
                    /** @enum {string} */
                    readonly unit: "W" | "N";
                };
            };
            readonly statutory: {
                readonly dueOn: string;
                /** @enum {string} */
                readonly light: "green" | "yellow" | "red";
                readonly paused: boolean;
                readonly provisional: boolean;
                readonly workingDaysLeft: number;
            };
        };
        /** @description With what the caller confirms his signatures */
        readonly ConfirmationWays: {
            readonly addressFits: boolean;
            readonly codes: boolean;
            readonly mayReset: boolean;
            readonly passkeys: readonly {
                readonly backedUp: boolean;
                readonly credentialId: string;
                readonly label: string;
                readonly registeredAt: string;
                readonly usedAt?: string;
            }[];
            readonly pinAlone: boolean;
        };
        readonly Consent: {
            readonly canWithdraw: boolean;
            readonly caseNo?: string;
            readonly claims: readonly {
                readonly code: string;
                /** @enum {string} */
                readonly kind: "material" | "answer" | "fact";
                readonly label: {
                    readonly en: string;
                    readonly zh: string;
                };
            }[];
            readonly consentId: string;
            readonly expiresAt: string;
            readonly givenAt: string;
            readonly itemId: string;
            readonly itemName: {
                readonly en: string;
                readonly zh: string;
            };
            readonly organName: {
                readonly en: string;
                readonly zh: string;
            };
            /** @enum {string} */
            readonly state: "open" | "expired" | "redeemed" | "used" | "withdrawn";
            readonly usedAt?: string;
            /** @enum {string} */
            readonly way: "code" | "online";
        };
        /** @description The exact document, and what signing it would be */
        readonly DecisionDraft: {
            readonly docNo: string;
            readonly documentHash: string;
            readonly evidenceHash: string;
            readonly mandate?: {
                readonly hash: string;
                readonly mandateNo: string;
                readonly version: number;
            };
            readonly need: number;
            readonly pdfUrl: string;
            /** @enum {string} */
            readonly plan: "propose" | "endorse" | "decide";
            readonly signatureNo: number;
        };
        /** @description Whether seal and content hold; what is undecided is never called valid */
        readonly DocumentCheck: {
            readonly docNo?: string;
            readonly reasons: readonly {
                readonly en: string;
                readonly zh: string;
            }[];
            /** @enum {string} */
            readonly result: "valid" | "invalid" | "undecided";
            readonly sealedAt?: string;
            readonly sealName?: string;
            readonly signedHash?: string;
            readonly signer?: string;
            readonly valid: boolean;
        };
        /** @description Answers kept for later on any device; nothing of it has been submitted */
        readonly Draft: {
            readonly body: {
                /** @default {} */
                readonly files: {
                    readonly [key: string]: readonly {
                        readonly name: string;
                        readonly size: number;
                        /** Format: uuid */
                        readonly uploadId: string;
                    }[];
                };
                /** @default {} */
                readonly form: {
                    readonly [key: string]: boolean | number | string;
                };
                /** @default {} */
                readonly more: {
                    readonly [key: string]: unknown;
                };
                /**
                 * @default normal
                 * @enum {string}
                 */
                readonly route: "normal" | "promise";
                /** @default 0 */
                readonly step: number;
                /** @default [] */
                readonly ticked: readonly string[];
            };
            readonly expiresAt: string;
            readonly itemId: string;
            readonly itemVersion: number;
            readonly revision: number;
            readonly savedAt: string;
        };
        readonly DraftRules: {
            readonly effectKinds: readonly ("SITE" | "HEARING" | "JOINT" | "PUBLICITY" | "SIGN2" | "LIMIT" | "SUSPEND" | "AFTERCHECK" | "TAG" | "FEE" | "QUEUE" | "NOTICE")[];
            readonly inForce: string | null;
            readonly outcomes: readonly {
                readonly name: {
                    readonly en: string;
                    readonly zh: string;
                };
                /** @enum {string} */
                readonly outcome: "APPROVE" | "APPROVE_PROMISE" | "REJECT" | "CORRECT" | "NOT_NEEDED" | "NOT_OURS" | "ROUTE" | "ESCALATE" | "DEFER" | "SIGN1" | "SIGN2";
            }[];
            readonly rules: components["schemas"]["WrittenRules"];
        };
        readonly GivenConsent: {
            readonly code?: string;
            readonly consentId: string;
            readonly expiresAt: string;
            readonly secondsLeft: number;
        };
        /** @description The guide 办事指南 of an item: everything that one must know before applying */
        readonly Guide: {
            readonly bizCode: string;
            readonly caseType: string;
            readonly decidableOnTheSpot: boolean;
            readonly hash: string;
            readonly implCode: string;
            readonly inputs: readonly {
                readonly label: string;
                readonly name: string;
                /** @enum {string} */
                readonly source: "share" | "form" | "review" | "rule" | "config" | "joint";
                readonly type: {
                    /** @enum {string} */
                    readonly kind: "bool" | "int" | "number" | "string" | "enum";
                    readonly options?: readonly string[];
                };
            }[];
            readonly itemId: string;
            readonly legalLimit: {
                readonly basis?: string;
                /** @enum {string} */
                readonly unit: "S" | "W" | "N";
                readonly value: string | number;
            };
            readonly materials: readonly {
                /** 受理标准 */
                readonly acceptStandard: string;
                /** 材料依据 */
                readonly basis: {
                    /** 条款 */
                    readonly article: string;
                    /** 法律文件 */
                    readonly law: string;
                    /**
                     * 效力级别
                     * @enum {string}
                     */
                    readonly rank: "law" | "adminRegulation" | "stateCouncilDecision" | "localRegulation" | "departmentRule" | "localRule" | "normative";
                } | null;
                /** 空白表格 */
                readonly blankForm: string;
                /** 列入证明事项清单 */
                readonly certificateListed: boolean;
                /** 材料代码 */
                readonly code: string;
                /** 份数 */
                readonly copies: number;
                /** 填报须知 */
                readonly fillNote: string;
                /**
                 * 材料形式
                 * @enum {string}
                 */
                readonly format: "electronic" | "paper" | "both";
                /** 对应中介服务 */
                readonly intermediary: string | null;
                /**
                 * 材料种类
                 * @enum {string}
                 */
                readonly kind: "form" | "licence" | "commitment" | "provided";
                /** 材料名称 */
                readonly name: string;
                /** 英文名称 */
                readonly nameEn: string;
                /**
                 * 必要性
                 * @enum {string}
                 */
                readonly necessity: "required" | "conditional" | "deferrable";
                /** 不能共享的理由 */
                readonly notShared: string;
                /**
                 * 来源渠道
                 * @enum {string}
                 */
                readonly origin: "applicant" | "government" | "intermediary" | "other";
                /**
                 * 材料类型
                 * @enum {string}
                 */
                readonly original: "original" | "copy" | "either";
                /** 来源说明 */
                readonly originNote: string;
                /** 电子证照与共享来源 */
                readonly replaceableBy: readonly string[];
                /** 示例样表 */
                readonly sample: string;
                /** 适用情形 */
                readonly situation: {
                    /** 英文 */
                    readonly en: string;
                    /** 中文 */
                    readonly zh: string;
                } | null;
                /** 规格 */
                readonly size: string;
            }[];
            readonly name: string;
            readonly nameEn: string;
            readonly organ: string;
            readonly organName: string;
            readonly organNameEn: string;
            readonly promisedLimit: {
                readonly basis?: string;
                /** @enum {string} */
                readonly unit: "S" | "W" | "N";
                readonly value: string | number;
            };
            readonly promiseOffered: boolean;
            readonly result: {
                readonly document: string;
                readonly seal: string;
                readonly validity: string;
            };
            readonly reviewPoints: readonly string[];
            readonly signClass: 0 | 1 | 2 | "EX";
            readonly signing: {
                readonly derived: 0 | 1 | 2 | "EX";
                readonly deviation: string | null;
                readonly reason: string;
                readonly reasons: readonly {
                    readonly en: string;
                    readonly zh: string;
                }[];
            };
            readonly subject: string;
            readonly version: number;
            readonly windowChecks: readonly ("completeness" | "form" | "validity" | "identity")[];
        };
        /** @description The guide 办事指南 of one version of an item, in both languages */
        readonly GuideSheet: {
            readonly alsoCalled: readonly string[];
            readonly asksSituation: boolean;
            readonly bases: readonly {
                readonly en: string;
                readonly zh: string;
            }[];
            readonly course: {
                readonly online: readonly {
                    readonly en: string;
                    readonly zh: string;
                }[];
                readonly window: readonly {
                    readonly en: string;
                    readonly zh: string;
                }[];
            };
            readonly decides: {
                readonly deviation: {
                    readonly en: string;
                    readonly zh: string;
                } | null;
                readonly onTheSpot: boolean;
                readonly reason: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly signClass: string;
            };
            readonly faq: readonly {
                readonly answer: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly question: {
                    readonly en: string;
                    readonly zh: string;
                };
            }[];
            readonly fee: {
                readonly free: boolean;
                readonly lines: readonly {
                    readonly basis: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly name: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly reduction: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly standard: {
                        readonly en: string;
                        readonly zh: string;
                    };
                }[];
                readonly note: {
                    readonly en: string;
                    readonly zh: string;
                };
            };
            readonly itemId: string;
            readonly materials: {
                readonly bring: readonly {
                    readonly accepted: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly basis: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly blankForm: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly code: string;
                    readonly form: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly name: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    /** @enum {string} */
                    readonly necessity: "required" | "conditional" | "deferrable";
                    readonly origin: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly sample: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly when: {
                        readonly en: string;
                        readonly zh: string;
                    };
                }[];
                readonly fetched: readonly {
                    readonly code: string;
                    readonly name: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    /** @enum {string} */
                    readonly necessity: "required" | "conditional" | "deferrable";
                    readonly sources: readonly {
                        readonly en: string;
                        readonly organ: string;
                        readonly zh: string;
                    }[];
                    readonly when: {
                        readonly en: string;
                        readonly zh: string;
                    };
                }[];
                readonly made: readonly {
                    readonly accepted: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly basis: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly blankForm: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly code: string;
                    readonly form: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly name: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    /** @enum {string} */
                    readonly necessity: "required" | "conditional" | "deferrable";
                    readonly origin: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly sample: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly when: {
                        readonly en: string;
                        readonly zh: string;
                    };
                }[];
            };
            readonly name: {
                readonly en: string;
                readonly zh: string;
            };
            readonly organ: {
                readonly en: string;
                readonly zh: string;
            };
            readonly points: readonly {
                readonly en: string;
                readonly zh: string;
            }[];
            readonly promise: {
                readonly en: string;
                readonly zh: string;
            } | null;
            readonly remedies: {
                readonly review: {
                    readonly address: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly organ: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly phone: string;
                };
                readonly suit: {
                    readonly address: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly organ: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly phone: string;
                };
            };
            readonly result: {
                readonly delivery: readonly {
                    readonly en: string;
                    readonly zh: string;
                }[];
                readonly document: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly kind: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly sample: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly validity: {
                    readonly en: string;
                    readonly zh: string;
                };
            };
            readonly summary: {
                readonly en: string;
                readonly zh: string;
            };
            readonly time: {
                readonly note: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly promised: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly special: readonly {
                    readonly basis: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly limit: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly name: {
                        readonly en: string;
                        readonly zh: string;
                    };
                }[];
                readonly stages: readonly {
                    readonly by: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly limit: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly name: {
                        readonly en: string;
                        readonly zh: string;
                    };
                }[];
                readonly statutory: {
                    readonly en: string;
                    readonly zh: string;
                };
            };
            readonly tolerant: boolean;
            readonly where: {
                readonly appointment: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly area: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly channels: readonly {
                    readonly name: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly open: boolean;
                    readonly why: {
                        readonly en: string;
                        readonly zh: string;
                    };
                }[];
                readonly complaintAddress: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly complaintPhone: string;
                readonly consultPhone: string;
                readonly online: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly visits: {
                    readonly count: number;
                    readonly reason: {
                        readonly en: string;
                        readonly zh: string;
                    };
                };
                readonly windows: readonly {
                    readonly address: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly hours: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly name: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly phone: string;
                }[];
            };
            readonly who: {
                readonly bars: readonly {
                    readonly en: string;
                    readonly zh: string;
                }[];
                readonly conditions: readonly {
                    readonly basis: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly code: string;
                    readonly text: {
                        readonly en: string;
                        readonly zh: string;
                    };
                }[];
                readonly inPerson: {
                    readonly en: string;
                    readonly zh: string;
                } | null;
                readonly kinds: readonly {
                    readonly en: string;
                    readonly zh: string;
                }[];
                readonly quantity: {
                    readonly en: string;
                    readonly zh: string;
                } | null;
            };
        };
        /** @description Why a row of a file is not taken: where it stands, the rule and the mend */
        readonly ImportFault: {
            readonly article: string;
            readonly code: string;
            readonly column: {
                readonly en: string;
                readonly zh: string;
            };
            readonly found: string;
            readonly itemId: string;
            readonly message: {
                readonly en: string;
                readonly zh: string;
            };
            readonly remedy: {
                readonly en: string;
                readonly zh: string;
            };
            readonly row: number;
            readonly rule: string;
            readonly sheet: string;
            readonly value: string;
        };
        /** @description What an import of a file would do, before anything is done */
        readonly ImportPreview: {
            readonly counts: {
                readonly changed: number;
                readonly faults: number;
                readonly faulty: number;
                readonly new: number;
                readonly unchanged: number;
            };
            readonly faults: readonly components["schemas"]["ImportFault"][];
            readonly fileHash: string;
            readonly fingerprint: string;
            readonly isImportable: boolean;
            readonly rows: readonly components["schemas"]["ImportRow"][];
        };
        /** @description What an import would do with one item */
        readonly ImportRow: {
            readonly changed: number;
            readonly changes: readonly {
                readonly after?: string;
                readonly before?: string;
                readonly element: {
                    readonly en: string;
                    readonly zh: string;
                };
            }[];
            readonly itemId: string;
            readonly name: string;
            readonly readings: readonly string[];
            readonly row: number;
            /** @enum {string} */
            readonly state: "new" | "changed" | "unchanged" | "faulty";
        };
        readonly ItemChange: {
            readonly after?: string;
            readonly before?: string;
            readonly element: {
                readonly en: string;
                readonly zh: string;
            };
            /** @enum {string} */
            readonly kind: "added" | "removed" | "changed";
            readonly path: string;
        };
        /** @description One reason why an item may not be published, at one element */
        readonly ItemFault: {
            readonly article: string;
            readonly code: string;
            readonly element: {
                readonly en: string;
                readonly zh: string;
            };
            readonly found: string;
            readonly message: {
                readonly en: string;
                readonly zh: string;
            };
            readonly path: string;
            readonly remedy: {
                readonly en: string;
                readonly zh: string;
            };
            readonly rule: string;
        };
        /** @description What an application for the item asks, in the order in which it asks */
        readonly ItemForm: {
            readonly fees: readonly {
                readonly basis: string;
                readonly code: string;
                readonly name: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly reduction: string;
                readonly standard: string;
            }[];
            readonly itemId: string;
            readonly materials: readonly {
                readonly acceptStandard: string;
                readonly basis?: string;
                readonly code: string;
                readonly intermediary?: {
                    readonly basis: string;
                    readonly code: string;
                    readonly name: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly paidBy: string;
                };
                readonly isFetched: boolean;
                /** @enum {string} */
                readonly kind: "form" | "licence" | "commitment" | "provided";
                readonly name: string;
                readonly nameEn: string;
                /** @enum {string} */
                readonly necessity: "required" | "conditional" | "deferrable";
                readonly needsConsent: boolean;
            }[];
            readonly promise?: {
                readonly afterCheck: string;
                readonly wording: {
                    readonly en: string;
                    readonly zh: string;
                };
            };
            readonly questions: readonly {
                readonly help: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly isConditional: boolean;
                readonly label: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly name: string;
                readonly options: readonly {
                    readonly label: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly value: string;
                }[];
                readonly required: boolean;
                /** @enum {string} */
                readonly type: "bool" | "int" | "number" | "string" | "date" | "money" | "choice";
            }[];
            readonly version: number;
        };
        /** @description The drafts that an import has made, all in one commit */
        readonly ItemImport: {
            readonly drafts: readonly {
                readonly itemId: string;
                /** @enum {string} */
                readonly made: "opened" | "edited";
            }[];
            readonly fileHash: string;
            readonly fileName: string;
            readonly repeated: boolean;
            readonly unchanged: number;
        };
        /** @description An answer that need not be given again, with where it comes from (R47) */
        readonly KnownAnswer: {
            readonly caseNo?: string;
            /** @enum {string} */
            readonly from: "source" | "case" | "applicant";
            readonly itemName?: string;
            readonly name: string;
            readonly organ?: string;
            readonly receipt?: string;
            readonly receivedOn?: string;
            readonly source?: string;
            readonly sourceName?: string;
            readonly value: boolean | number | string;
        };
        /** @description An item as its department works on it */
        readonly LibraryItem: {
            readonly can: {
                readonly [key: string]: components["schemas"]["Can"];
            };
            readonly derived: {
                readonly reasons: readonly {
                    readonly en: string;
                    readonly zh: string;
                }[];
                readonly signClass: 0 | 1 | 2 | "EX";
            } | null;
            readonly draft: {
                readonly approvedBy: string | null;
                readonly changedAt: string;
                readonly changes: readonly components["schemas"]["ItemChange"][];
                readonly faults: readonly components["schemas"]["ItemFault"][];
                readonly from: number;
                readonly item: {
                    readonly [key: string]: unknown;
                };
                readonly returned: {
                    readonly by: string;
                    readonly reason: string;
                } | null;
                readonly revision: number;
                readonly ruleTable: components["schemas"]["DraftRules"] | null;
                /** @enum {string} */
                readonly state: "editing" | "submitted" | "approved";
                readonly writers: readonly string[];
            } | null;
            readonly faults: readonly components["schemas"]["ItemFault"][];
            readonly item: {
                readonly [key: string]: unknown;
            } | null;
            readonly row: components["schemas"]["LibraryRow"];
            readonly ruleSetHash: string | null;
            readonly ruleSetSigned: {
                readonly at: string;
                readonly by: string;
            } | null;
            readonly versions: readonly {
                readonly effectiveFrom: string;
                readonly hash: string;
                readonly publishedAt: string;
                /** @enum {string} */
                readonly state: "inForce" | "scheduled" | "replaced" | "withdrawn";
                readonly transition?: {
                    readonly ground: string;
                    readonly reason: string;
                };
                readonly version: number;
                readonly withdrawn?: {
                    readonly at: string;
                    readonly reason: string;
                };
            }[];
        };
        readonly LibraryPerformed: {
            readonly events: readonly {
                readonly at: string;
                readonly seq: number;
                readonly type: string;
            }[];
            readonly itemId: string;
            readonly seq: number;
        };
        readonly LibraryRow: {
            readonly draftFaults: number;
            readonly draftState: ("editing" | "submitted" | "approved") | null;
            readonly faults: number;
            readonly itemId: string;
            readonly name: string;
            readonly nameEn: string;
            readonly organ: string;
            readonly organName: string;
            readonly organNameEn: string;
            /** @enum {string} */
            readonly ruleSet: "notNeeded" | "unsigned" | "signed";
            readonly signClass: (0 | 1 | 2 | "EX") | null;
            /** @enum {string} */
            readonly state: "inForce" | "scheduled" | "replaced" | "withdrawn" | "unpublished";
            readonly version: number | null;
        };
        /** @description A licence with its history, and what the caller could do now */
        readonly Licence: {
            readonly basis: {
                readonly caseNo: string;
                readonly decisionNo: string;
            };
            readonly can: {
                readonly [key: string]: components["schemas"]["Can"];
            };
            readonly claims: readonly {
                readonly name: string;
                readonly title: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly value: boolean | number | string;
            }[];
            readonly history: readonly {
                readonly at: string;
                readonly by: string;
                readonly caseNo?: string;
                readonly mandate?: {
                    readonly mandateNo: string;
                    readonly version: number;
                };
                readonly reason?: string;
                readonly type: string;
            }[];
            readonly holder: {
                readonly kind: string;
                readonly name: string;
                readonly no: string;
            };
            readonly licence: components["schemas"]["LicenceRow"];
            readonly numbers: readonly string[];
            readonly standing: {
                readonly at?: string;
                readonly reason?: string;
            };
        };
        /** @description A licence across departments: from which case it came, who used it on which ground, what became of it */
        readonly LicenceLineage: {
            readonly isCut: boolean;
            readonly licence: components["schemas"]["LicenceStatus"];
            readonly log: components["schemas"]["LogTrust"];
            /** @enum {string} */
            readonly seenAs: "holder" | "issuer" | "user" | "supervisor" | "public";
            readonly steps: readonly ({
                readonly at: string;
                readonly by?: string;
                readonly caseNo?: string;
                /** @constant */
                readonly kind: "life";
                readonly mandate?: {
                    readonly mandateNo: string;
                    readonly version: number;
                };
                readonly organName: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly place?: {
                    readonly checkpointSize: number;
                    readonly generation?: number;
                    readonly index: number;
                    readonly isWitnessed: boolean;
                    readonly leaf: string;
                    readonly leafHash: string;
                    readonly proof: string;
                    readonly witnesses: readonly components["schemas"]["WitnessSeen"][];
                };
                readonly reason?: string;
                readonly type: string;
            } | {
                readonly at: string;
                readonly by?: string;
                readonly caseNo?: string;
                readonly claim: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly ground: {
                    readonly consentId: string;
                    /** @constant */
                    readonly kind: "consent";
                } | {
                    readonly basis: string;
                    /** @constant */
                    readonly kind: "statute";
                };
                readonly itemName: {
                    readonly en: string;
                    readonly zh: string;
                };
                /** @constant */
                readonly kind: "use";
                readonly organName: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly place?: {
                    readonly checkpointSize: number;
                    readonly generation?: number;
                    readonly index: number;
                    readonly isWitnessed: boolean;
                    readonly leaf: string;
                    readonly leafHash: string;
                    readonly proof: string;
                    readonly witnesses: readonly components["schemas"]["WitnessSeen"][];
                };
                readonly purpose: string;
            })[];
            readonly waiting: number;
        };
        /** @description A licence in a list */
        readonly LicenceRow: {
            readonly holderName: string;
            readonly licenceNo: string;
            readonly organName: string;
            /** @enum {string} */
            readonly status: "valid" | "suspended" | "expired" | "withdrawn" | "annulled" | "forfeited" | "cancelled";
            readonly termWords?: string;
            readonly typeId: string;
            readonly typeName: string;
            /** Format: date */
            readonly validFromOn: string;
            readonly validToOn: string | null;
            readonly version: number;
        };
        readonly LicenceStatus: {
            /** @description False for a number that a later version replaced */
            readonly inUse: boolean;
            readonly licenceNo: string;
            readonly organName: string;
            /** @enum {string} */
            readonly status: "valid" | "suspended" | "expired" | "withdrawn" | "annulled" | "forfeited" | "cancelled";
            readonly termWords?: string;
            readonly typeId: string;
            readonly typeName: string;
            /** Format: date */
            readonly validFromOn: string;
            readonly validToOn: string | null;
        };
        readonly LineageStep: {
            readonly at: string;
            /** @enum {string} */
            readonly kind: "share" | "licence" | "matter" | "mandate" | "opinion" | "decision" | "letter" | "issued";
            readonly licenceNo?: string;
            readonly name: string;
            readonly organName?: string;
            readonly organNameEn?: string;
            readonly proof?: string;
            readonly seq: number;
        };
        /** @description Something about the log that somebody must look at today */
        readonly LogAlarm: {
            /** @description Whom or what it is about: a witness, sizes, a fault */
            readonly about: string;
            readonly code: string;
            readonly since: string;
            readonly text: {
                readonly en: string;
                readonly zh: string;
            };
        };
        /** @description One stream act by act, each with its place in the transparency log */
        readonly LogChain: {
            readonly acts: readonly {
                readonly actor: string;
                readonly at: string;
                readonly checkpointSize: number;
                readonly generation?: number;
                readonly index: number;
                readonly isOpen: boolean;
                readonly isWitnessed: boolean;
                readonly leaf: string;
                readonly leafHash: string;
                readonly mandate?: {
                    readonly hash: string;
                    readonly mandateNo: string;
                    readonly version: number;
                };
                readonly proof: string;
                readonly record: string;
                readonly seq: readonly [
                    number,
                    number
                ];
                readonly what: readonly {
                    readonly en: string;
                    readonly zh: string;
                }[];
                readonly witnesses: readonly components["schemas"]["WitnessSeen"][];
            }[];
            readonly log: components["schemas"]["LogTrust"];
            readonly stream: string;
            readonly waiting: number;
        };
        /** @description One entry of the log as everybody may see it: hashes and witnesses, nothing of what it is about */
        readonly LogEntry: {
            readonly checkpointSize: number;
            readonly generation?: number;
            readonly index: number;
            readonly isWitnessed: boolean;
            readonly leaf: string;
            readonly leafHash: string;
            readonly log: components["schemas"]["LogTrust"];
            readonly proof: string;
            readonly witnesses: readonly components["schemas"]["WitnessSeen"][];
        };
        readonly LogState: {
            readonly log: components["schemas"]["LogTrust"];
            readonly newest?: {
                readonly note: string;
                readonly root: string;
                readonly signedAt: string;
                readonly size: number;
                readonly witnesses: readonly components["schemas"]["WitnessSeen"][];
            };
        };
        /** @description How the transparency log and its witnesses stand now */
        readonly LogStatus: {
            readonly alarms: readonly components["schemas"]["LogAlarm"][];
            readonly generation: number;
            readonly lateSince?: string;
            readonly origin: string;
            readonly signedAt?: string;
            readonly size: number;
            /** @enum {string} */
            readonly state: "alone" | "witnessed" | "late" | "waiting" | "behind" | "forked";
            /** @description Acts without a place in the log yet; counted up to ten thousand */
            readonly waiting: number;
            /** @description Entries under the newest checkpoint that the quorum has witnessed */
            readonly witnessed: number;
            readonly witnesses: readonly components["schemas"]["LogWitness"][];
        };
        readonly LogTrust: {
            readonly isOneMachine: boolean;
            readonly needsOutside: boolean;
            readonly origin: string;
            readonly trust: string;
            readonly witnesses: readonly {
                readonly isOutside: boolean;
                readonly name: string;
            }[];
        };
        /** @description How far a witness has come */
        readonly LogWitness: {
            /** @description Seconds by which its clock goes before ours */
            readonly clockOffBy?: number;
            readonly lateSince?: string;
            readonly name: string;
            readonly size: number;
            /** @enum {string} */
            readonly state: "never-asked" | "cosigned" | "knows" | "refused" | "silent";
        };
        /** @description A mandate with its letter, its life so far, and what the caller could do now */
        readonly Mandate: {
            readonly can: {
                readonly [key: string]: components["schemas"]["Can"];
            };
            readonly events: readonly components["schemas"]["TimelineEntry"][];
            readonly mandateNo: string;
            /** @enum {string} */
            readonly state: "drafted" | "reviewed" | "signed" | "accepted" | "filed" | "published" | "active" | "suspended" | "expired" | "revoked" | "superseded";
            readonly suspendedHolders: readonly string[];
            readonly versions: readonly {
                readonly acceptedBy: readonly string[];
                readonly hash: string;
                readonly hasSealedLetter: boolean;
                readonly letter: {
                    readonly actions: readonly {
                        /** @enum {number} */
                        readonly list: 0 | 1 | 2;
                        /** @enum {string} */
                        readonly power: "receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal";
                    }[];
                    readonly breaker: readonly {
                        readonly threshold: string;
                        readonly trigger: string;
                    }[];
                    /** @constant */
                    readonly construct: "A";
                    readonly dataProcessing: {
                        readonly categories: readonly string[];
                        /** @constant */
                        readonly onwardProcessing: false;
                        readonly purposes: readonly string[];
                        readonly retention: string;
                    };
                    readonly duties: {
                        readonly grantee: readonly string[];
                        readonly grantor: readonly string[];
                    };
                    readonly exclusions: {
                        readonly creditRestricted: boolean;
                        readonly firstAfterRuleChange: boolean;
                        readonly hearing: boolean;
                        readonly mediaSensitive: boolean;
                        readonly priorRefusal?: {
                            readonly months: number;
                        };
                        readonly recusalList: boolean;
                        readonly thirdPartyInterest: boolean;
                    };
                    readonly grantee: {
                        readonly code: string;
                        /** @enum {string} */
                        readonly kind: "department" | "serviceBody" | "administrativeOrgan";
                        /** @enum {string} */
                        readonly level: "national" | "municipal" | "district" | "subdistrict";
                        readonly name: string;
                        readonly uscc: string;
                    };
                    readonly grantor: {
                        readonly code: string;
                        readonly headName: string;
                        readonly headPersonId: string;
                        /** @enum {string} */
                        readonly level: "national" | "municipal" | "district" | "subdistrict";
                        readonly name: string;
                        readonly uscc: string;
                    };
                    readonly handover: {
                        /** @constant */
                        readonly electronic: "atOnce";
                        readonly paperCutOffs: readonly string[];
                        readonly signsFor: string;
                    };
                    readonly intakeChecklist: readonly {
                        readonly checks: readonly ("completeness" | "form" | "validity" | "identity")[];
                        readonly itemId: string;
                    }[];
                    readonly items: readonly {
                        readonly guideVersionFrom: number;
                        readonly guideVersionTo?: number;
                        readonly intakeRoles: readonly ("receive" | "accept" | "consult" | "deliver")[];
                        readonly itemId: string;
                        readonly list: (0 | 1 | 2) | null;
                        readonly name: string;
                    }[];
                    readonly legalBasis: readonly {
                        readonly citation: string;
                        /** @enum {string} */
                        readonly level: "law" | "administrativeRegulation" | "localRegulation" | "rule" | "normativeDocument";
                    }[];
                    readonly liability: string;
                    readonly limits: {
                        readonly maxDecisionsPerDay?: number;
                        readonly minHandlingSeconds?: number;
                        readonly windowFrom?: string;
                        readonly windowTo?: string;
                    };
                    readonly mandateNo: string;
                    readonly nonDelegable: readonly ("extendLimit" | "revokeLicence" | "decideAfterHearing" | "penalise" | "headApproval")[];
                    readonly powers: readonly ("receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal")[];
                    readonly publicNotice: {
                        readonly channel: string;
                        readonly noticeNo: string;
                    };
                    readonly responsibility: string;
                    readonly ruleSets: readonly {
                        readonly itemId: string;
                        readonly ruleSetHash: string;
                    }[];
                    readonly scope: {
                        readonly amountMax?: number;
                        readonly applicantKinds: readonly ("naturalPerson" | "legalPerson" | "otherOrganisation")[];
                        readonly areaMax?: number;
                        readonly cumulativeCap?: {
                            readonly amountMax?: number;
                            readonly countMax?: number;
                            /** @enum {string} */
                            readonly per: "applicant" | "project";
                            readonly windowDays: number;
                        };
                        readonly headcountMax?: number;
                        /** @enum {string} */
                        readonly level?: "national" | "municipal" | "district" | "subdistrict";
                        readonly regions: readonly string[];
                        readonly riskGradeMax?: number;
                    };
                    readonly seals: readonly {
                        readonly documents: readonly string[];
                        readonly keeperPersonId: string;
                        readonly name: string;
                        readonly organCode: string;
                        readonly sealId: string;
                    }[];
                    readonly supervision: {
                        readonly firstSampleDueOn: string;
                        readonly plan: string;
                        readonly report: string;
                        readonly reviewBoard: string;
                        readonly samplingPercent: number;
                    };
                    readonly term: {
                        readonly from: string;
                        readonly to: string;
                    };
                    readonly termination: {
                        readonly grounds: readonly string[];
                        readonly inFlight: string;
                        readonly noticeDays: number;
                    };
                    readonly tolerance: {
                        readonly conditions: readonly string[];
                        readonly pilotItems: readonly string[];
                    };
                    readonly version: number;
                } | {
                    readonly actions: readonly {
                        /** @enum {number} */
                        readonly list: 0 | 1 | 2;
                        /** @enum {string} */
                        readonly power: "receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal";
                    }[];
                    readonly breaker: readonly {
                        readonly threshold: string;
                        readonly trigger: string;
                    }[];
                    /** @constant */
                    readonly construct: "B";
                    readonly dataProcessing: {
                        readonly categories: readonly string[];
                        /** @constant */
                        readonly onwardProcessing: false;
                        readonly purposes: readonly string[];
                        readonly retention: string;
                    };
                    readonly duties: {
                        readonly grantee: readonly string[];
                        readonly grantor: readonly string[];
                    };
                    readonly exclusions: {
                        readonly creditRestricted: boolean;
                        readonly firstAfterRuleChange: boolean;
                        readonly hearing: boolean;
                        readonly mediaSensitive: boolean;
                        readonly priorRefusal?: {
                            readonly months: number;
                        };
                        readonly recusalList: boolean;
                        readonly thirdPartyInterest: boolean;
                    };
                    readonly grantees: readonly {
                        readonly activation?: readonly ("absent" | "onLeave" | "recused" | "overload")[];
                        readonly deputyOf?: string;
                        readonly name: string;
                        readonly personId: string;
                        /** @enum {string} */
                        readonly role: "handler" | "chief";
                    }[];
                    readonly grantor: {
                        readonly code: string;
                        readonly headName: string;
                        readonly headPersonId: string;
                        /** @enum {string} */
                        readonly level: "national" | "municipal" | "district" | "subdistrict";
                        readonly name: string;
                        readonly uscc: string;
                    };
                    readonly handover: {
                        /** @constant */
                        readonly electronic: "atOnce";
                        readonly paperCutOffs: readonly string[];
                        readonly signsFor: string;
                    };
                    readonly intakeChecklist: readonly {
                        readonly checks: readonly ("completeness" | "form" | "validity" | "identity")[];
                        readonly itemId: string;
                    }[];
                    readonly items: readonly {
                        readonly guideVersionFrom: number;
                        readonly guideVersionTo?: number;
                        readonly intakeRoles: readonly ("receive" | "accept" | "consult" | "deliver")[];
                        readonly itemId: string;
                        readonly list: (0 | 1 | 2) | null;
                        readonly name: string;
                    }[];
                    readonly legalBasis: readonly {
                        readonly citation: string;
                        /** @enum {string} */
                        readonly level: "law" | "administrativeRegulation" | "localRegulation" | "rule" | "normativeDocument";
                    }[];
                    readonly liability: string;
                    readonly limits: {
                        readonly maxDecisionsPerDay?: number;
                        readonly minHandlingSeconds?: number;
                        readonly windowFrom?: string;
                        readonly windowTo?: string;
                    };
                    readonly mandateNo: string;
                    readonly nonDelegable: readonly ("extendLimit" | "revokeLicence" | "decideAfterHearing" | "penalise" | "headApproval")[];
                    readonly powers: readonly ("receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal")[];
                    readonly publicNotice: {
                        readonly channel: string;
                        readonly noticeNo: string;
                    };
                    readonly responsibility: string;
                    readonly ruleSets: readonly {
                        readonly itemId: string;
                        readonly ruleSetHash: string;
                    }[];
                    readonly scope: {
                        readonly amountMax?: number;
                        readonly applicantKinds: readonly ("naturalPerson" | "legalPerson" | "otherOrganisation")[];
                        readonly areaMax?: number;
                        readonly cumulativeCap?: {
                            readonly amountMax?: number;
                            readonly countMax?: number;
                            /** @enum {string} */
                            readonly per: "applicant" | "project";
                            readonly windowDays: number;
                        };
                        readonly headcountMax?: number;
                        /** @enum {string} */
                        readonly level?: "national" | "municipal" | "district" | "subdistrict";
                        readonly regions: readonly string[];
                        readonly riskGradeMax?: number;
                    };
                    readonly seals: readonly {
                        readonly documents: readonly string[];
                        readonly keeperPersonId: string;
                        readonly name: string;
                        readonly organCode: string;
                        readonly sealId: string;
                    }[];
                    readonly supervision: {
                        readonly firstSampleDueOn: string;
                        readonly plan: string;
                        readonly report: string;
                        readonly reviewBoard: string;
                        readonly samplingPercent: number;
                    };
                    readonly term: {
                        readonly from: string;
                        readonly to: string;
                    };
                    readonly termination: {
                        readonly grounds: readonly string[];
                        readonly inFlight: string;
                        readonly noticeDays: number;
                    };
                    readonly tolerance: {
                        readonly conditions: readonly string[];
                        readonly pilotItems: readonly string[];
                    };
                    readonly version: number;
                } | {
                    readonly actions: readonly {
                        /** @enum {number} */
                        readonly list: 0 | 1 | 2;
                        /** @enum {string} */
                        readonly power: "receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal";
                    }[];
                    readonly breaker: readonly {
                        readonly threshold: string;
                        readonly trigger: string;
                    }[];
                    /** @constant */
                    readonly construct: "C";
                    readonly dataProcessing: {
                        readonly categories: readonly string[];
                        /** @constant */
                        readonly onwardProcessing: false;
                        readonly purposes: readonly string[];
                        readonly retention: string;
                    };
                    readonly duties: {
                        readonly grantee: readonly string[];
                        readonly grantor: readonly string[];
                    };
                    readonly exclusions: {
                        readonly creditRestricted: boolean;
                        readonly firstAfterRuleChange: boolean;
                        readonly hearing: boolean;
                        readonly mediaSensitive: boolean;
                        readonly priorRefusal?: {
                            readonly months: number;
                        };
                        readonly recusalList: boolean;
                        readonly thirdPartyInterest: boolean;
                    };
                    readonly grantee: {
                        readonly code: string;
                        /** @enum {string} */
                        readonly kind: "department" | "serviceBody" | "administrativeOrgan";
                        /** @enum {string} */
                        readonly level: "national" | "municipal" | "district" | "subdistrict";
                        readonly name: string;
                        readonly uscc: string;
                    };
                    readonly grantor: {
                        readonly code: string;
                        readonly headName: string;
                        readonly headPersonId: string;
                        /** @enum {string} */
                        readonly level: "national" | "municipal" | "district" | "subdistrict";
                        readonly name: string;
                        readonly uscc: string;
                    };
                    readonly handover: {
                        /** @constant */
                        readonly electronic: "atOnce";
                        readonly paperCutOffs: readonly string[];
                        readonly signsFor: string;
                    };
                    readonly intakeChecklist: readonly {
                        readonly checks: readonly ("completeness" | "form" | "validity" | "identity")[];
                        readonly itemId: string;
                    }[];
                    readonly items: readonly {
                        readonly guideVersionFrom: number;
                        readonly guideVersionTo?: number;
                        readonly intakeRoles: readonly ("receive" | "accept" | "consult" | "deliver")[];
                        readonly itemId: string;
                        readonly list: (0 | 1 | 2) | null;
                        readonly name: string;
                    }[];
                    readonly legalBasis: readonly {
                        readonly citation: string;
                        /** @enum {string} */
                        readonly level: "law" | "administrativeRegulation" | "localRegulation" | "rule" | "normativeDocument";
                    }[];
                    readonly liability: string;
                    readonly limits: {
                        readonly maxDecisionsPerDay?: number;
                        readonly minHandlingSeconds?: number;
                        readonly windowFrom?: string;
                        readonly windowTo?: string;
                    };
                    readonly mandateNo: string;
                    readonly nonDelegable: readonly ("extendLimit" | "revokeLicence" | "decideAfterHearing" | "penalise" | "headApproval")[];
                    readonly powers: readonly ("receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal")[];
                    readonly publicNotice: {
                        readonly channel: string;
                        readonly noticeNo: string;
                    };
                    readonly responsibility: string;
                    readonly ruleSets: readonly {
                        readonly itemId: string;
                        readonly ruleSetHash: string;
                    }[];
                    readonly scope: {
                        readonly amountMax?: number;
                        readonly applicantKinds: readonly ("naturalPerson" | "legalPerson" | "otherOrganisation")[];
                        readonly areaMax?: number;
                        readonly cumulativeCap?: {
                            readonly amountMax?: number;
                            readonly countMax?: number;
                            /** @enum {string} */
                            readonly per: "applicant" | "project";
                            readonly windowDays: number;
                        };
                        readonly headcountMax?: number;
                        /** @enum {string} */
                        readonly level?: "national" | "municipal" | "district" | "subdistrict";
                        readonly regions: readonly string[];
                        readonly riskGradeMax?: number;
                    };
                    readonly seals: readonly {
                        readonly documents: readonly string[];
                        readonly keeperPersonId: string;
                        readonly name: string;
                        readonly organCode: string;
                        readonly sealId: string;
                    }[];
                    readonly supervision: {
                        readonly firstSampleDueOn: string;
                        readonly plan: string;
                        readonly report: string;
                        readonly reviewBoard: string;
                        readonly samplingPercent: number;
                    };
                    readonly term: {
                        readonly from: string;
                        readonly to: string;
                    };
                    readonly termination: {
                        readonly grounds: readonly string[];
                        readonly inFlight: string;
                        readonly noticeDays: number;
                    };
                    readonly tolerance: {
                        readonly conditions: readonly string[];
                        readonly pilotItems: readonly string[];
                    };
                    readonly version: number;
                };
                readonly signedFor: readonly string[];
                /** @enum {string} */
                readonly state: "drafted" | "reviewed" | "signed" | "accepted" | "filed" | "published" | "active" | "suspended" | "expired" | "revoked" | "superseded";
            }[];
        };
        readonly MandatePerformed: {
            readonly events: readonly {
                readonly at: string;
                readonly seq: number;
                readonly type: string;
            }[];
            readonly mandateNo: string;
            readonly seq: number;
        };
        readonly MandateRow: {
            /** @enum {string} */
            readonly construct: "A" | "B" | "C";
            readonly expiresInDays?: number;
            readonly granteeNames: readonly string[];
            readonly grantor: string;
            readonly grantorName: string;
            readonly itemCount: number;
            readonly mandateNo: string;
            /** @enum {string} */
            readonly state: "drafted" | "reviewed" | "signed" | "accepted" | "filed" | "published" | "active" | "suspended" | "expired" | "revoked" | "superseded";
            readonly term: {
                readonly from: string;
                readonly to: string;
            };
            readonly version: number;
        };
        /** @description A matter 一件事 with every item as its own case stands now */
        readonly Matter: {
            readonly applicantName: string;
            readonly bundleId: string;
            readonly can: {
                readonly omit: components["schemas"]["Can"];
                readonly withdraw: components["schemas"]["Can"];
            };
            readonly children: readonly components["schemas"]["MatterChild"][];
            readonly counts: {
                readonly ended: number;
                readonly granted: number;
                readonly of: number;
                readonly refused: number;
                readonly running: number;
                readonly waiting: number;
            };
            readonly holds: readonly {
                readonly can: components["schemas"]["Can"];
                readonly items: readonly string[];
                readonly liftedBy: readonly {
                    readonly name: string;
                    readonly nameEn: string;
                }[];
                readonly rule: number;
                readonly why: {
                    readonly en: string;
                    readonly zh: string;
                };
            }[];
            readonly leftOut: readonly {
                readonly itemId: string;
                readonly itemName: string;
                readonly itemNameEn: string;
                readonly why: {
                    readonly en: string;
                    readonly zh: string;
                };
            }[];
            readonly matterNo: string;
            readonly name: string;
            readonly nameEn: string;
            readonly prompts: readonly {
                readonly itemId: string;
                readonly itemName: string;
                readonly itemNameEn: string;
                readonly why: {
                    readonly en: string;
                    readonly zh: string;
                };
            }[];
            /** @enum {string} */
            readonly state: "running" | "completed" | "withdrawn" | "stopped";
            readonly stopped?: {
                readonly message: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly remedy: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly why: readonly {
                    readonly en: string;
                    readonly zh: string;
                }[];
            };
            readonly submittedAt: string;
            readonly timeline: readonly components["schemas"]["TimelineEntry"][];
        };
        readonly MatterChild: {
            readonly after: readonly string[];
            readonly caseNo?: string;
            /** @enum {string} */
            readonly caseState?: "new" | "received" | "correcting" | "notAccepted" | "accepted" | "proposed" | "decided" | "sealed" | "delivered" | "withdrawn" | "terminated";
            readonly clocks?: components["schemas"]["Clocks"];
            readonly documents: readonly {
                readonly docNo: string;
                readonly documentHash: string;
                readonly hasOfd: boolean;
                readonly kind: string;
                readonly sealedHash: string;
            }[];
            readonly insteadOf?: string;
            readonly itemId: string;
            readonly itemName: string;
            readonly itemNameEn: string;
            /** @enum {string} */
            readonly opensAt?: "own" | "window" | "desk";
            readonly organName: string;
            readonly organNameEn: string;
            readonly outcome?: ("GRANT" | "GRANT_ON_PROMISE" | "REFUSE") | "DEEMED_RENEWED";
            readonly reason?: {
                readonly en: string;
                readonly zh: string;
            };
            readonly remedies: readonly string[];
            readonly remedy?: {
                readonly en: string;
                readonly zh: string;
            };
            /** @enum {string} */
            readonly state: "waiting" | "held" | "starting" | "running" | "granted" | "refused" | "notAccepted" | "withdrawn" | "terminated" | "notAdmitted" | "blocked";
            readonly wave: number;
            readonly why?: {
                readonly en: string;
                readonly zh: string;
            };
        };
        /** @description Answers to a matter 一件事 kept for later; nothing of it has been submitted */
        readonly MatterDraft: {
            readonly body: {
                /** @default {} */
                readonly answers: {
                    readonly [key: string]: boolean | number | string;
                };
                /** @default {} */
                readonly files: {
                    readonly [key: string]: readonly {
                        readonly name: string;
                        readonly size: number;
                        /** Format: uuid */
                        readonly uploadId: string;
                    }[];
                };
                /** @default {} */
                readonly later: {
                    readonly [key: string]: number;
                };
                /** @default {} */
                readonly makers: {
                    readonly [key: string]: {
                        readonly [key: string]: string;
                    };
                };
                /** @default [] */
                readonly ticked: readonly string[];
            };
            readonly bundleId: string;
            readonly bundleVersion: number;
            readonly expiresAt: string;
            readonly revision: number;
            readonly savedAt: string;
        };
        readonly MatterPerformed: {
            readonly matterNo: string;
            readonly seq: number;
        };
        readonly MatterPlan: {
            readonly children: readonly {
                readonly after: readonly string[];
                readonly deferrable?: {
                    readonly limit: {
                        /** @enum {string} */
                        readonly unit: "W" | "N";
                        readonly value: number;
                    };
                    readonly papers: readonly {
                        readonly code: string;
                        readonly name: {
                            readonly en: string;
                            readonly zh: string;
                        };
                    }[];
                };
                readonly insteadOf?: {
                    readonly itemId: string;
                    readonly name: string;
                    readonly nameEn: string;
                };
                readonly itemId: string;
                readonly name: string;
                readonly nameEn: string;
                readonly organName: string;
                readonly organNameEn: string;
                readonly wave: number;
                readonly why?: {
                    readonly en: string;
                    readonly zh: string;
                };
            }[];
            readonly holds: readonly {
                readonly items: readonly string[];
                readonly why: {
                    readonly en: string;
                    readonly zh: string;
                };
            }[];
            readonly leftOut: readonly {
                readonly itemId: string;
                readonly name: string;
                readonly nameEn: string;
                readonly why: {
                    readonly en: string;
                    readonly zh: string;
                };
            }[];
            readonly prompts: readonly {
                readonly itemId: string;
                readonly name: string;
                readonly nameEn: string;
                readonly why: {
                    readonly en: string;
                    readonly zh: string;
                };
            }[];
            readonly questions: readonly {
                readonly decides: boolean;
                readonly help?: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly isPromise?: boolean;
                readonly isRequired: boolean;
                readonly items: readonly string[];
                readonly known?: {
                    readonly isCorrectable: boolean;
                    readonly of?: string;
                    /** @enum {string} */
                    readonly source: "account" | "licence" | "case";
                    readonly value: boolean | number | string;
                };
                readonly label: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly name: string;
                readonly namesMaker?: boolean;
                readonly options?: readonly {
                    readonly label: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly value: string;
                }[];
                readonly type: string;
            }[];
            readonly stops: readonly {
                readonly en: string;
                readonly zh: string;
            }[];
            readonly version: number;
        };
        readonly MatterRow: {
            readonly bundleId: string;
            readonly counts: {
                readonly ended: number;
                readonly granted: number;
                readonly of: number;
                readonly refused: number;
                readonly running: number;
                readonly waiting: number;
            };
            readonly matterNo: string;
            readonly name: string;
            readonly nameEn: string;
            /** @enum {string} */
            readonly state: "running" | "completed" | "withdrawn" | "stopped";
            readonly submittedAt: string;
        };
        /** @description Which claims of a holder go to whom for an item, and on which ground */
        readonly NeededClaims: {
            readonly claims: readonly {
                readonly code: string;
                readonly isSensitive: boolean;
                readonly isThere: boolean;
                /** @enum {string} */
                readonly kind: "material" | "answer" | "fact";
                readonly label: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly sources: readonly {
                    readonly en: string;
                    readonly zh: string;
                }[];
                readonly statute?: string;
            }[];
            readonly codeMinutes: number;
            readonly itemId: string;
            readonly itemName: {
                readonly en: string;
                readonly zh: string;
            };
            readonly organ: string;
            readonly organName: {
                readonly en: string;
                readonly zh: string;
            };
            readonly verified: readonly {
                readonly code: string;
                /** @enum {string} */
                readonly kind: "material" | "answer" | "fact";
                readonly label: {
                    readonly en: string;
                    readonly zh: string;
                };
            }[];
        };
        readonly PasskeyCreationOptions: {
            /** @constant */
            readonly attestation: "none";
            readonly authenticatorSelection: {
                /** @constant */
                readonly residentKey: "preferred";
                /** @constant */
                readonly userVerification: "required";
            };
            readonly challenge: string;
            readonly excludeCredentials: readonly {
                readonly id: string;
                /** @constant */
                readonly type: "public-key";
            }[];
            readonly pubKeyCredParams: readonly {
                readonly alg: number;
                /** @constant */
                readonly type: "public-key";
            }[];
            readonly rp: {
                readonly id: string;
                readonly name: string;
            };
            readonly timeout: number;
            readonly user: {
                readonly displayName: string;
                readonly id: string;
                readonly name: string;
            };
        };
        readonly PasskeyRequestOptions: {
            readonly allowCredentials: readonly {
                readonly id: string;
                readonly transports: readonly string[];
                /** @constant */
                readonly type: "public-key";
            }[];
            readonly challenge: string;
            readonly rpId: string;
            readonly timeout: number;
            /** @constant */
            readonly userVerification: "required";
        };
        /** @description Why the request was not done */
        readonly Problem: {
            readonly article: string;
            readonly code: string;
            readonly detail: {
                readonly [key: string]: string | number | boolean | null | readonly string[];
            };
            readonly message: {
                readonly en: string;
                readonly zh: string;
            };
            readonly paths?: readonly {
                readonly message: string;
                readonly path: string;
            }[];
            readonly remedy: {
                readonly en: string;
                readonly zh: string;
            };
            /** @description Number of this request, for the duty desk */
            readonly requestId: string;
            readonly rule: string;
            readonly status: number;
            readonly type: string;
        };
        /** @description A guide 办事指南 with the history of its versions and what changed in each */
        readonly PublicGuide: {
            readonly hash: string;
            readonly sheet: components["schemas"]["GuideSheet"];
            readonly version: number;
            readonly versions: readonly {
                readonly changes: readonly {
                    readonly en: string;
                    readonly zh: string;
                }[];
                readonly effectiveFrom: string;
                /** @enum {string} */
                readonly state: "past" | "inForce" | "coming" | "withdrawn";
                readonly version: number;
            }[];
        };
        /** @description One reading of personal data by staff */
        readonly Reading: {
            readonly digest: string;
            readonly organName: string;
            readonly organNameEn: string;
            readonly post: string;
            readonly readAt: string;
            readonly readerId: string;
            readonly readerName: string;
            readonly reason?: string;
            readonly salt: string;
            readonly stream?: string;
            readonly subject: string;
            /** @enum {string} */
            readonly what: "case" | "document" | "file" | "slip" | "evidence" | "explorer" | "matter" | "licence";
        };
        /** @description The law, or the door, says no. Codes are listed in docs/reference/refusals.md. */
        readonly Refusal: {
            readonly article: string;
            readonly code: string;
            readonly detail: {
                readonly [key: string]: string | number | boolean | null | readonly string[];
            };
            readonly message: {
                readonly en: string;
                readonly zh: string;
            };
            readonly remedy: {
                readonly en: string;
                readonly zh: string;
            };
            readonly rule: string;
        };
        /** @description Problems, coverage, hash and example results of rules that are being written */
        readonly RuleCheck: {
            readonly coverage?: {
                readonly gap?: {
                    readonly [key: string]: boolean | number | string;
                };
                readonly overlaps: readonly {
                    readonly first: number;
                    readonly second: number;
                    readonly witness: {
                        readonly [key: string]: boolean | number | string;
                    };
                }[];
                readonly undecided: readonly {
                    /** @enum {string} */
                    readonly because: "correlated" | "budget";
                    /** @enum {string} */
                    readonly question: "reach" | "gap" | "overlap";
                    readonly rows: readonly number[];
                }[];
                readonly unreachable: readonly {
                    readonly row: number;
                    readonly shadowedBy: readonly number[];
                }[];
            };
            readonly examples: readonly ({
                /** @constant */
                readonly kind: "not-run";
            } | {
                /** @constant */
                readonly kind: "refused";
                readonly refusal: components["schemas"]["Refusal"];
            } | {
                readonly asExpected: boolean;
                readonly evaluation: {
                    /** @enum {string} */
                    readonly clock?: "running" | "paused" | "notStarted";
                    readonly effects: readonly {
                        /** @enum {string} */
                        readonly kind: "SITE" | "HEARING" | "JOINT" | "PUBLICITY" | "SIGN2" | "LIMIT" | "SUSPEND" | "AFTERCHECK" | "TAG" | "FEE" | "QUEUE" | "NOTICE";
                        readonly why: string;
                    }[];
                    /** @enum {string} */
                    readonly outcome: "APPROVE" | "APPROVE_PROMISE" | "REJECT" | "CORRECT" | "NOT_NEEDED" | "NOT_OURS" | "ROUTE" | "ESCALATE" | "DEFER" | "SIGN1" | "SIGN2";
                    readonly row: number;
                    readonly target?: string | null;
                    readonly why: string;
                };
                /** @constant */
                readonly kind: "decided";
                readonly signing: {
                    readonly reason: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly signatures: 0 | 1 | 2 | "EX";
                };
            })[];
            readonly hash: string;
            readonly problems: readonly {
                readonly at?: {
                    readonly from: number;
                    readonly to: number;
                };
                readonly place: string;
                readonly suggestion?: string;
                readonly text: {
                    readonly en: string;
                    readonly zh: string;
                };
            }[];
        };
        /** @description The decision table of an item: inputs, effects, rows, example cases */
        readonly RuleSet: {
            readonly adverseSigns: number;
            readonly cases: readonly {
                /** @enum {string} */
                readonly expect: "APPROVE" | "APPROVE_PROMISE" | "REJECT" | "CORRECT" | "NOT_NEEDED" | "NOT_OURS" | "ROUTE" | "ESCALATE" | "DEFER" | "SIGN1" | "SIGN2";
                readonly inputs: {
                    readonly [key: string]: boolean | number | string;
                };
            }[];
            readonly decide: readonly ({
                /** @enum {string} */
                readonly clock: "running" | "paused" | "notStarted";
                /** @constant */
                readonly outcome: "DEFER";
                readonly when: string;
                readonly why: string;
            } | {
                /** @constant */
                readonly outcome: "ROUTE";
                readonly to: string | "-";
                readonly when: string;
                readonly why: string;
            } | {
                /** @enum {string} */
                readonly outcome: "APPROVE" | "APPROVE_PROMISE" | "REJECT" | "CORRECT" | "NOT_NEEDED" | "NOT_OURS" | "ESCALATE" | "SIGN1" | "SIGN2";
                readonly when: string;
                readonly why: string;
            })[];
            readonly effects: readonly {
                readonly arg: string;
                /** @enum {string} */
                readonly kind: "SITE" | "HEARING" | "JOINT" | "PUBLICITY" | "SIGN2" | "LIMIT" | "SUSPEND" | "AFTERCHECK" | "TAG" | "FEE" | "QUEUE" | "NOTICE";
                readonly when: string;
                readonly why: string;
            }[];
            readonly id: string;
            readonly inputs: readonly {
                readonly label: string;
                /** @default  */
                readonly labelEn: string;
                readonly name: string;
                /** @enum {string} */
                readonly source: "share" | "form" | "review" | "rule" | "config" | "joint";
                readonly type: string;
            }[];
            readonly signClass: 0 | 1 | 2 | "EX";
        };
        /** @description A saying 俗称 and the items that it leads to, with everything that happened to it */
        readonly Saying: {
            readonly changes: readonly {
                readonly at: string;
                readonly by: string;
                readonly itemIds: readonly string[];
                /** @enum {string} */
                readonly kind: "added" | "retired" | "declined";
                readonly why: string;
            }[];
            readonly items: readonly {
                readonly itemId: string;
                readonly mayChange: boolean;
                readonly name: string;
                readonly nameEn: string;
            }[];
            readonly saying: string;
        };
        /** @description A seal with its life, its custody, and what the caller could do now */
        readonly Seal: {
            readonly approval?: string;
            readonly can: {
                readonly [key: string]: components["schemas"]["Can"];
            };
            readonly certificateSerial?: string;
            readonly events: readonly components["schemas"]["TimelineEntry"][];
            readonly filedWith?: string;
            readonly filingNo?: string;
            readonly keepers: readonly {
                readonly name: string;
                readonly personId: string;
            }[];
            /** @description The picture of the seal as SVG */
            readonly picture?: string;
            readonly purpose?: string;
            readonly seal: components["schemas"]["SealRow"];
            readonly structureHash?: string;
            readonly validFromAt?: string;
        };
        readonly SealPerformed: {
            readonly events: readonly {
                readonly at: string;
                readonly seq: number;
                readonly type: string;
            }[];
            readonly sealId: string;
            readonly seq: number;
        };
        readonly SealRow: {
            readonly bearer?: string;
            readonly development: boolean;
            readonly keeper?: {
                readonly name: string;
                readonly personId: string;
            };
            /** @enum {string} */
            readonly kind: "receiptSeal" | "approvalSeal" | "organSeal" | "nameSeal";
            readonly offeredTo?: {
                readonly name: string;
                readonly personId: string;
            };
            readonly organName: string;
            readonly sealId: string;
            /** @enum {string} */
            readonly state: "requested" | "made" | "filed" | "inUse" | "stopped" | "handedBack";
            readonly validToAt?: string;
        };
        /** @description One line of the seal-use register */
        readonly SealUse: {
            readonly at: string;
            readonly caseNo: string;
            readonly docNo: string;
            readonly documentKind: string;
            readonly faults: readonly ("afterHours" | "hashMismatch" | "unsigned" | "notValid")[];
            readonly keeper: {
                readonly name: string;
                readonly personId: string;
            };
            readonly sealedHash: string;
            readonly signatures: readonly {
                readonly at: string;
                readonly id: string;
                readonly signer: {
                    readonly name: string;
                    readonly personId: string;
                };
            }[];
            readonly signedHash: string;
            /** @description The OFD twin under the same seal, sealed when it was first asked for */
            readonly twin?: {
                readonly at: string;
                readonly keeper: {
                    readonly name: string;
                    readonly personId: string;
                };
                readonly ofdHash: string;
                /** @enum {string} */
                readonly verified: "valid" | "invalid" | "undecided";
            };
            /** @enum {string} */
            readonly verified: "valid" | "invalid" | "undecided";
        };
        readonly Session: {
            readonly account: {
                readonly applicant?: {
                    readonly idNo: string;
                    /** @enum {string} */
                    readonly idType: "citizenId" | "uscc" | "passport" | "otherDocument";
                    /** @enum {string} */
                    readonly kind: "naturalPerson" | "legalPerson";
                    readonly legalRepresentative?: {
                        readonly idNo: string;
                        readonly name: string;
                    };
                    readonly name: string;
                    readonly phone: string;
                };
                /** @enum {string} */
                readonly kind: "staff" | "applicant";
                readonly login: string;
                readonly name: string;
                readonly organ?: string;
                readonly organName?: string;
                readonly personId?: string;
                readonly posts?: readonly {
                    readonly kind: string;
                    readonly organ: string;
                }[];
            };
            readonly csrfToken: string;
            readonly demo: boolean;
            readonly screens: readonly ("window" | "officer-desk" | "second-signature" | "seals" | "roster" | "mandates" | "items" | "legal-review" | "supervision" | "breakers" | "centre-board" | "complaints" | "operations")[];
        };
        readonly Signing: {
            readonly list?: 0 | 1 | 2;
            readonly mandate?: {
                readonly hash: string;
                readonly mandateNo: string;
                readonly version: number;
            };
            readonly need: number;
            /** @enum {string} */
            readonly plan: "propose" | "endorse" | "decide";
            readonly signatureNo: number;
        };
        /** @description The question to the passkey: the hash of exactly these decisions */
        readonly SigningChallenge: {
            readonly nonce: string;
            readonly options: components["schemas"]["PasskeyRequestOptions"];
            readonly refused: readonly {
                readonly caseNo: string;
                readonly refused: components["schemas"]["Refusal"];
            }[];
        };
        readonly SignListRow: {
            readonly bizCode: string;
            readonly dept: string;
            readonly itemId: string;
            readonly name: string;
            readonly nameEn: string;
            readonly reason: string;
            readonly ruleSetHash?: string;
        };
        /** @description Where answers to situation questions 情形引导 lead: item, variant and exact materials */
        readonly Situation: {
            readonly answered: readonly {
                readonly answer: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly carried: boolean;
                readonly itemId: string;
                readonly optionId: string;
                readonly question: {
                    readonly en: string;
                    readonly zh: string;
                };
                readonly questionId: string;
            }[];
            readonly itemId: string;
            readonly materials: readonly {
                readonly because?: {
                    readonly answer: {
                        readonly en: string;
                        readonly zh: string;
                    };
                    readonly question: {
                        readonly en: string;
                        readonly zh: string;
                    };
                };
                readonly code: string;
                /** @enum {string} */
                readonly from: "bring" | "fetched" | "made";
                readonly name: {
                    readonly en: string;
                    readonly zh: string;
                };
                /** @enum {string} */
                readonly necessity: "required" | "conditional" | "deferrable";
            }[];
            readonly name: {
                readonly en: string;
                readonly zh: string;
            };
            readonly next?: {
                readonly id: string;
                readonly options: readonly {
                    readonly id: string;
                    readonly label: {
                        readonly en: string;
                        readonly zh: string;
                    };
                }[];
                readonly question: {
                    readonly en: string;
                    readonly zh: string;
                };
            };
            readonly sets: {
                readonly [key: string]: boolean | number | string;
            };
            readonly variants: readonly {
                readonly en: string;
                readonly zh: string;
            }[];
        };
        /** @description What the register says of a document number, and nothing about any person */
        readonly Standing: {
            readonly at: string;
            readonly kind?: string;
            readonly mandate?: {
                readonly hash: string;
                readonly mandateNo: string;
                readonly says: {
                    readonly en: string;
                    readonly zh: string;
                };
                /** @enum {string} */
                readonly state: "drafted" | "reviewed" | "signed" | "accepted" | "filed" | "published" | "active" | "suspended" | "expired" | "revoked" | "superseded";
                readonly version: number;
            };
            readonly no: string;
            readonly organName?: string;
            readonly says: {
                readonly en: string;
                readonly zh: string;
            };
            readonly sealedAt?: string;
            /** @description SM3 of the sealed PDF */
            readonly sealedHash?: string;
            /** @description SM3 of the document before sealing */
            readonly signedHash?: string;
            /** @enum {string} */
            readonly state: "stands" | "notNow" | "ended" | "unknown";
        };
        readonly TimelineEntry: {
            readonly actor: {
                readonly id: string;
                /** @enum {string} */
                readonly kind: "person" | "robot" | "applicant" | "operator";
                readonly name?: string;
            };
            readonly at: string;
            readonly mandate?: {
                readonly hash: string;
                readonly mandateNo: string;
                readonly version: number;
            };
            readonly seq: number;
            readonly summary: {
                readonly en: string;
                readonly zh: string;
            };
            readonly type: string;
        };
        /** @description What a verifier needs: roots and authorities, the lists of what they called back, and the keys of the log */
        readonly Trust: {
            readonly at: string;
            readonly certificates: readonly string[];
            readonly development: boolean;
            /** @description Keys of the log, its witnesses and their quorum (C2SP tlog-policy) */
            readonly log: string;
            readonly revocationLists: readonly string[];
        };
        /** @description A file that waits to be handed in; it goes again by itself */
        readonly Upload: {
            readonly hash: string;
            readonly keptUntilAt: string;
            readonly mediaType: string;
            readonly name: string;
            readonly size: number;
            readonly uploadId: string;
        };
        readonly Vault: {
            readonly files: readonly components["schemas"]["VaultFile"][];
            readonly shares: readonly components["schemas"]["VaultShare"][];
        };
        readonly VaultFile: {
            readonly fileId: string;
            readonly hash: string;
            readonly mediaType: string;
            readonly name: string;
            readonly size: number;
        };
        /** @description One file for one requirement of one item, once; and who used it */
        readonly VaultShare: {
            readonly at: string;
            readonly caseNo?: string;
            readonly fileHash: string;
            readonly itemId: string;
            readonly itemName: string;
            readonly materialName: string;
            readonly shareId: string;
            /** @enum {string} */
            readonly state: "open" | "used" | "revoked";
            readonly untilAt: string;
            readonly usedAt?: string;
        };
        readonly WitnessSeen: {
            readonly at: string;
            readonly isOutside: boolean;
            readonly name: string;
        };
        /** @description A decision table that is being written: cells may still be empty or wrong */
        readonly WrittenRules: {
            readonly adverseSigns: number;
            readonly cases: readonly {
                /** @enum {string} */
                readonly expect: "APPROVE" | "APPROVE_PROMISE" | "REJECT" | "CORRECT" | "NOT_NEEDED" | "NOT_OURS" | "ROUTE" | "ESCALATE" | "DEFER" | "SIGN1" | "SIGN2";
                readonly inputs: {
                    readonly [key: string]: boolean | number | string;
                };
            }[];
            readonly decide: readonly ({
                /** @enum {string} */
                readonly clock: "running" | "paused" | "notStarted";
                /** @constant */
                readonly outcome: "DEFER";
                readonly when: string;
                readonly why: string;
            } | {
                /** @constant */
                readonly outcome: "ROUTE";
                readonly to: string;
                readonly when: string;
                readonly why: string;
            } | {
                /** @enum {string} */
                readonly outcome: "APPROVE" | "APPROVE_PROMISE" | "REJECT" | "CORRECT" | "NOT_NEEDED" | "NOT_OURS" | "ESCALATE" | "SIGN1" | "SIGN2";
                readonly when: string;
                readonly why: string;
            })[];
            readonly effects: readonly {
                readonly arg: string;
                /** @enum {string} */
                readonly kind: "SITE" | "HEARING" | "JOINT" | "PUBLICITY" | "SIGN2" | "LIMIT" | "SUSPEND" | "AFTERCHECK" | "TAG" | "FEE" | "QUEUE" | "NOTICE";
                readonly when: string;
                readonly why: string;
            }[];
            readonly id: string;
            readonly inputs: readonly {
                readonly label: string;
                /** @default  */
                readonly labelEn: string;
                readonly name: string;
                /** @enum {string} */
                readonly source: "share" | "form" | "review" | "rule" | "config" | "joint";
                readonly type: string;
            }[];
            readonly signClass: 0 | 1 | 2 | "EX";
        };
        /** @description A decision table that is being written: cells may still be empty or wrong */
        readonly WrittenRulesInput: {
            readonly adverseSigns: number;
            readonly cases: readonly {
                /** @enum {string} */
                readonly expect: "APPROVE" | "APPROVE_PROMISE" | "REJECT" | "CORRECT" | "NOT_NEEDED" | "NOT_OURS" | "ROUTE" | "ESCALATE" | "DEFER" | "SIGN1" | "SIGN2";
                readonly inputs: {
                    readonly [key: string]: boolean | number | string;
                };
            }[];
            readonly decide: readonly ({
                /** @enum {string} */
                readonly clock: "running" | "paused" | "notStarted";
                /** @constant */
                readonly outcome: "DEFER";
                readonly when: string;
                readonly why: string;
            } | {
                /** @constant */
                readonly outcome: "ROUTE";
                readonly to: string;
                readonly when: string;
                readonly why: string;
            } | {
                /** @enum {string} */
                readonly outcome: "APPROVE" | "APPROVE_PROMISE" | "REJECT" | "CORRECT" | "NOT_NEEDED" | "NOT_OURS" | "ESCALATE" | "SIGN1" | "SIGN2";
                readonly when: string;
                readonly why: string;
            })[];
            readonly effects: readonly {
                readonly arg: string;
                /** @enum {string} */
                readonly kind: "SITE" | "HEARING" | "JOINT" | "PUBLICITY" | "SIGN2" | "LIMIT" | "SUSPEND" | "AFTERCHECK" | "TAG" | "FEE" | "QUEUE" | "NOTICE";
                readonly when: string;
                readonly why: string;
            }[];
            readonly id: string;
            readonly inputs: readonly {
                readonly label: string;
                /** @default  */
                readonly labelEn: string;
                readonly name: string;
                /** @enum {string} */
                readonly source: "share" | "form" | "review" | "rule" | "config" | "joint";
                readonly type: string;
            }[];
            readonly signClass: 0 | 1 | 2 | "EX";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly listBundles: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly bundles: readonly components["schemas"]["BundleRow"][];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly draftBundle: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly bundle: {
                        readonly fields: readonly {
                            readonly from: {
                                /** @enum {string} */
                                readonly kind: "asked";
                            } | {
                                /** @enum {string} */
                                readonly kind: "identity";
                                /** @enum {string} */
                                readonly of: "name" | "idNo" | "phone";
                            } | {
                                /** @enum {string} */
                                readonly kind: "fixed";
                                readonly value: boolean | number | string;
                            } | {
                                readonly items: readonly string[];
                                /** @enum {string} */
                                readonly kind: "output";
                                readonly output: string;
                            } | {
                                readonly fact: string;
                                readonly item: string;
                                /** @enum {string} */
                                readonly kind: "fact";
                            };
                            readonly label: {
                                readonly en: string;
                                readonly zh: string;
                            };
                            readonly name: string;
                            readonly standard: string;
                            readonly to: {
                                readonly [key: string]: string;
                            };
                            readonly type: string;
                        }[];
                        readonly founds: {
                            readonly code: string;
                            readonly items: readonly string[];
                            readonly name: string;
                        } | null;
                        readonly id: string;
                        readonly items: readonly string[];
                        readonly lead: string;
                        readonly name: string;
                        readonly nameEn: string;
                        readonly rules: readonly {
                            readonly does: {
                                readonly by: string;
                                readonly item: string;
                                /** @enum {string} */
                                readonly kind: "replace";
                            } | {
                                readonly item: string;
                                /** @enum {string} */
                                readonly kind: "remove";
                            } | {
                                readonly item: string;
                                /** @enum {string} */
                                readonly kind: "add";
                            } | {
                                readonly items: readonly string[];
                                /** @enum {string} */
                                readonly kind: "hold";
                                readonly liftedBy?: string;
                            } | {
                                readonly item: string;
                                /** @enum {string} */
                                readonly kind: "prompt";
                            } | {
                                /** @enum {string} */
                                readonly kind: "stop";
                            };
                            readonly when: string;
                            readonly why: {
                                readonly en: string;
                                readonly zh: string;
                            };
                        }[];
                        readonly waves: readonly (readonly string[])[];
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BundlePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getBundle: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly bundleId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Bundle"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly planMatter: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly bundleId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly answers: {
                        readonly [key: string]: boolean | number | string;
                    };
                    /** @default {} */
                    readonly own?: {
                        readonly [key: string]: {
                            readonly [key: string]: boolean | number | string;
                        };
                    };
                    readonly who?: {
                        readonly idNo: string;
                        readonly name: string;
                        readonly phone?: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatterPlan"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly checkBundle: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly bundle: {
                        readonly fields: readonly {
                            readonly from: {
                                /** @enum {string} */
                                readonly kind: "asked";
                            } | {
                                /** @enum {string} */
                                readonly kind: "identity";
                                /** @enum {string} */
                                readonly of: "name" | "idNo" | "phone";
                            } | {
                                /** @enum {string} */
                                readonly kind: "fixed";
                                readonly value: boolean | number | string;
                            } | {
                                readonly items: readonly string[];
                                /** @enum {string} */
                                readonly kind: "output";
                                readonly output: string;
                            } | {
                                readonly fact: string;
                                readonly item: string;
                                /** @enum {string} */
                                readonly kind: "fact";
                            };
                            readonly label: {
                                readonly en: string;
                                readonly zh: string;
                            };
                            readonly name: string;
                            readonly standard: string;
                            readonly to: {
                                readonly [key: string]: string;
                            };
                            readonly type: string;
                        }[];
                        readonly founds: {
                            readonly code: string;
                            readonly items: readonly string[];
                            readonly name: string;
                        } | null;
                        readonly id: string;
                        readonly items: readonly string[];
                        readonly lead: string;
                        readonly name: string;
                        readonly nameEn: string;
                        readonly rules: readonly {
                            readonly does: {
                                readonly by: string;
                                readonly item: string;
                                /** @enum {string} */
                                readonly kind: "replace";
                            } | {
                                readonly item: string;
                                /** @enum {string} */
                                readonly kind: "remove";
                            } | {
                                readonly item: string;
                                /** @enum {string} */
                                readonly kind: "add";
                            } | {
                                readonly items: readonly string[];
                                /** @enum {string} */
                                readonly kind: "hold";
                                readonly liftedBy?: string;
                            } | {
                                readonly item: string;
                                /** @enum {string} */
                                readonly kind: "prompt";
                            } | {
                                /** @enum {string} */
                                readonly kind: "stop";
                            };
                            readonly when: string;
                            readonly why: {
                                readonly en: string;
                                readonly zh: string;
                            };
                        }[];
                        readonly waves: readonly (readonly string[])[];
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly faults: readonly {
                            readonly code: string;
                            readonly message: {
                                readonly en: string;
                                readonly zh: string;
                            };
                            readonly place: string;
                            readonly reason: string;
                            readonly remedy: {
                                readonly en: string;
                                readonly zh: string;
                            };
                        }[];
                        readonly hash: string;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly publishBundle: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly bundleId: string;
                    /** Format: date-time */
                    readonly effectiveFrom?: string;
                    readonly hash: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BundlePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly withdrawBundle: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly bundleId: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BundlePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listCases: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
                readonly state?: "received" | "correcting" | "accepted" | "proposed" | "decided" | "sealed" | "notAccepted" | "delivered" | "withdrawn" | "terminated";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cases: readonly components["schemas"]["CaseRow"][];
                        readonly nextCursor?: string;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly receiveCase: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly agent?: {
                        readonly idNo: string;
                        readonly letter: {
                            readonly agent: {
                                readonly idNo: string;
                                readonly name: string;
                            };
                            /** Format: date-time */
                            readonly fromAt: string;
                            readonly matters: readonly string[];
                            readonly powers: readonly ("apply" | "correct" | "withdraw" | "receive" | "pay" | "hear")[];
                            readonly principal: {
                                readonly idNo: string;
                                readonly name: string;
                            };
                            readonly signedAt: string | null;
                            /** Format: date-time */
                            readonly untilAt: string;
                            readonly withdrawnAt: string | null;
                        };
                        readonly name: string;
                        readonly phone?: string;
                    };
                    readonly applicant: {
                        readonly address?: string;
                        readonly idNo: string;
                        readonly idOverrideReason?: string;
                        /** @enum {string} */
                        readonly idType: "citizenId" | "uscc" | "passport" | "otherDocument";
                        /** @enum {string} */
                        readonly kind: "naturalPerson" | "legalPerson" | "otherOrganisation";
                        readonly legalRepresentative?: {
                            readonly idNo: string;
                            readonly name: string;
                        };
                        readonly name: string;
                        readonly phone?: string;
                        readonly printedAs?: string;
                        readonly shareholders?: readonly {
                            readonly idNo: string;
                            readonly name: string;
                        }[];
                    };
                    /** @enum {string} */
                    readonly channel: "window" | "online" | "kiosk" | "station";
                    readonly deferral?: {
                        readonly codes: readonly string[];
                        /** Format: date */
                        readonly untilOn: string;
                    };
                    readonly disputes?: readonly {
                        readonly name: string;
                        readonly value: boolean | number | string;
                    }[];
                    /** @default true */
                    readonly eDelivery?: boolean;
                    /** @default {} */
                    readonly form?: {
                        readonly [key: string]: boolean | number | string;
                    };
                    /** @default false */
                    readonly humanDecision?: boolean;
                    readonly itemId: string;
                    readonly itemVersion?: number;
                    readonly licence?: {
                        /** @enum {string} */
                        readonly act: "change" | "cancel";
                        readonly licenceNo: string;
                    };
                    /** @default [] */
                    readonly materials?: readonly {
                        readonly code: string;
                        readonly file?: {
                            readonly hash: string;
                            readonly mediaType: string;
                            readonly name: string;
                            readonly size: number;
                        };
                        readonly maker?: {
                            readonly idNo: string;
                            /** Format: date */
                            readonly issuedOn: string;
                            readonly name: string;
                            readonly reportNo: string;
                        };
                        readonly reference?: string;
                        /** @enum {string} */
                        readonly source: "file" | "form" | "paper";
                    }[];
                    readonly opposing?: {
                        readonly agentIdNo?: string;
                        readonly applicantConsented: boolean;
                        readonly consented: boolean;
                        readonly principal: {
                            readonly idNo: string;
                            readonly name: string;
                        };
                    };
                    readonly outcome?: {
                        /** @enum {string} */
                        readonly outcome: "NOT_NEEDED";
                        readonly reason: string;
                    } | {
                        readonly competentOrgan: string;
                        /** @enum {string} */
                        readonly outcome: "NOT_OURS";
                        readonly reason: string;
                    } | {
                        readonly fixed: readonly {
                            /** @enum {string} */
                            readonly check?: "completeness" | "form" | "validity" | "identity";
                            readonly code: string;
                            readonly need: string;
                            readonly what: string;
                        }[];
                        /** @default {} */
                        readonly form?: {
                            readonly [key: string]: boolean | number | string;
                        };
                        /** @default [] */
                        readonly materials?: readonly {
                            readonly code: string;
                            readonly file?: {
                                readonly hash: string;
                                readonly mediaType: string;
                                readonly name: string;
                                readonly size: number;
                            };
                            readonly maker?: {
                                readonly idNo: string;
                                /** Format: date */
                                readonly issuedOn: string;
                                readonly name: string;
                                readonly reportNo: string;
                            };
                            readonly reference?: string;
                            /** @enum {string} */
                            readonly source: "file" | "form" | "paper";
                        }[];
                        /** @enum {string} */
                        readonly outcome: "FIX_ON_SPOT";
                    } | {
                        readonly defects: readonly {
                            /** @enum {string} */
                            readonly check?: "completeness" | "form" | "validity" | "identity";
                            readonly code: string;
                            readonly need: string;
                            readonly what: string;
                        }[];
                        /** @enum {string} */
                        readonly outcome: "CORRECT";
                    } | {
                        readonly checked?: readonly ("completeness" | "form" | "validity" | "identity")[];
                        /** @enum {string} */
                        readonly outcome: "ACCEPT";
                        readonly promiseReference?: string;
                        /** @default [] */
                        readonly tolerated?: readonly string[];
                        /** Format: date */
                        readonly toleratedUntilOn?: string;
                        /** Format: date */
                        readonly windowEndsOn?: string;
                    };
                    readonly renewal?: {
                        /** Format: date */
                        readonly expiresOn: string;
                        readonly licenceNo: string;
                    };
                    /**
                     * @default normal
                     * @enum {string}
                     */
                    readonly route?: "normal" | "promise";
                    readonly scope: {
                        readonly amount?: number;
                        readonly area?: number;
                        readonly headcount?: number;
                        readonly project?: string;
                        readonly region: string;
                        readonly riskGrade?: number;
                    };
                    readonly sharing?: {
                        readonly consentId?: string;
                        /** @default [] */
                        readonly declined?: readonly string[];
                    };
                    readonly truthStatement: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCase: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Case"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly settleAcceptance: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly outcome: "NOT_NEEDED";
                    readonly reason: string;
                } | {
                    readonly competentOrgan: string;
                    /** @enum {string} */
                    readonly outcome: "NOT_OURS";
                    readonly reason: string;
                } | {
                    readonly fixed: readonly {
                        /** @enum {string} */
                        readonly check?: "completeness" | "form" | "validity" | "identity";
                        readonly code: string;
                        readonly need: string;
                        readonly what: string;
                    }[];
                    /** @default {} */
                    readonly form?: {
                        readonly [key: string]: boolean | number | string;
                    };
                    /** @default [] */
                    readonly materials?: readonly {
                        readonly code: string;
                        readonly file?: {
                            readonly hash: string;
                            readonly mediaType: string;
                            readonly name: string;
                            readonly size: number;
                        };
                        readonly maker?: {
                            readonly idNo: string;
                            /** Format: date */
                            readonly issuedOn: string;
                            readonly name: string;
                            readonly reportNo: string;
                        };
                        readonly reference?: string;
                        /** @enum {string} */
                        readonly source: "file" | "form" | "paper";
                    }[];
                    /** @enum {string} */
                    readonly outcome: "FIX_ON_SPOT";
                } | {
                    readonly defects: readonly {
                        /** @enum {string} */
                        readonly check?: "completeness" | "form" | "validity" | "identity";
                        readonly code: string;
                        readonly need: string;
                        readonly what: string;
                    }[];
                    /** @enum {string} */
                    readonly outcome: "CORRECT";
                } | {
                    readonly checked?: readonly ("completeness" | "form" | "validity" | "identity")[];
                    /** @enum {string} */
                    readonly outcome: "ACCEPT";
                    readonly promiseReference?: string;
                    /** @default [] */
                    readonly tolerated?: readonly string[];
                    /** Format: date */
                    readonly toleratedUntilOn?: string;
                    /** Format: date */
                    readonly windowEndsOn?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCaseChain: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CaseChain"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly supplyCorrections: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly deferral?: {
                        readonly codes: readonly string[];
                        /** Format: date */
                        readonly untilOn: string;
                    };
                    /** @default {} */
                    readonly form?: {
                        readonly [key: string]: boolean | number | string;
                    };
                    /** @default [] */
                    readonly materials?: readonly {
                        readonly code: string;
                        readonly file?: {
                            readonly hash: string;
                            readonly mediaType: string;
                            readonly name: string;
                            readonly size: number;
                        };
                        readonly maker?: {
                            readonly idNo: string;
                            /** Format: date */
                            readonly issuedOn: string;
                            readonly name: string;
                            readonly reportNo: string;
                        };
                        readonly reference?: string;
                        /** @enum {string} */
                        readonly source: "file" | "form" | "paper";
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly signDecision: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code?: string;
                    readonly departure?: string;
                    readonly documentHash: string;
                    readonly evidenceHash: string;
                    /** @enum {string} */
                    readonly exceptionCode?: "EX-COLLECTIVE" | "EX-HEARING" | "EX-MAJOR" | "EX-SUPERIOR";
                    /** @default  */
                    readonly facts?: string;
                    /** @default false */
                    readonly forwardToHead?: boolean;
                    readonly handlingReason?: string;
                    /** @default [] */
                    readonly norms?: readonly string[];
                    /** @enum {string} */
                    readonly outcome: "GRANT" | "GRANT_ON_PROMISE" | "REFUSE";
                    readonly passkey?: {
                        readonly credential: {
                            readonly id: string;
                            readonly rawId: string;
                            readonly response: {
                                readonly authenticatorData: string;
                                readonly clientDataJSON: string;
                                readonly signature: string;
                            };
                            /** @enum {string} */
                            readonly type: "public-key";
                        };
                        readonly nonce: string;
                    };
                    readonly pin?: string;
                    readonly reason: string;
                    readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                    readonly review?: {
                        /** @enum {string} */
                        readonly act: "recordFindings";
                        /** @default [] */
                        readonly findings?: readonly {
                            readonly evidence: string;
                            readonly name: string;
                            readonly value: boolean | number | string;
                        }[];
                        /** @default [] */
                        readonly points?: readonly {
                            readonly evidence: string;
                            readonly note?: string;
                            readonly point: number;
                            /** @enum {string} */
                            readonly result: "met" | "notMet" | "notApplicable";
                        }[];
                    } | {
                        /** @enum {string} */
                        readonly act: "recordSiteVisit";
                        readonly address: string;
                        /** @default [] */
                        readonly findings?: readonly {
                            readonly evidence: string;
                            readonly name: string;
                            readonly value: boolean | number | string;
                        }[];
                        /** Format: date-time */
                        readonly fromAt: string;
                        readonly officers: readonly string[];
                        readonly place: {
                            readonly latitude: number;
                            readonly longitude: number;
                        };
                        readonly record: string;
                        readonly signedBy: readonly string[];
                        /** Format: date-time */
                        readonly toAt: string;
                    } | {
                        /** @enum {string} */
                        readonly act: "assignInspectors";
                        readonly officers: readonly string[];
                    } | {
                        /** @enum {string} */
                        readonly act: "startSpecialProcedure";
                        readonly basis: string;
                        /** @enum {string} */
                        readonly procedure: "hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expertReview" | "siteVerification" | "publicity" | "consultation";
                        readonly stopsClock: boolean;
                        readonly workingDays: number;
                    } | {
                        /** @enum {string} */
                        readonly act: "endSpecialProcedure";
                        readonly furtherAnalysis?: boolean;
                        /** @enum {string} */
                        readonly procedure: "hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expertReview" | "siteVerification" | "publicity" | "consultation";
                        readonly result: string;
                    } | {
                        /** @enum {string} */
                        readonly act: "suspendClock";
                        readonly reason: string;
                    } | {
                        /** @enum {string} */
                        readonly act: "resumeClock";
                        readonly reason: string;
                    } | {
                        /** @enum {string} */
                        readonly act: "notifyInterestedParty";
                        readonly matter: string;
                        readonly party: string;
                    } | {
                        /** @enum {string} */
                        readonly act: "hearInterestedParty";
                        readonly party: string;
                        readonly statement: string;
                    } | {
                        /** @enum {string} */
                        readonly act: "tellHearingRight";
                        readonly to: string;
                    } | {
                        /** @enum {string} */
                        readonly act: "requestHearing";
                        readonly by: string;
                    } | {
                        /** @enum {string} */
                        readonly act: "scheduleHearing";
                        /** Format: date */
                        readonly onDate: string;
                        readonly place: string;
                        readonly presider: string;
                    } | {
                        /** @enum {string} */
                        readonly act: "recordHearing";
                        /** Format: date */
                        readonly heldOn: string;
                        readonly presider: string;
                        readonly signedBy: readonly string[];
                        readonly transcript: string;
                    } | {
                        /** @enum {string} */
                        readonly act: "askJointOpinion";
                        readonly dueInDays: number;
                        readonly organ: string;
                    } | {
                        /** @enum {string} */
                        readonly act: "giveJointOpinion";
                        /** @default [] */
                        readonly findings?: readonly {
                            readonly evidence: string;
                            readonly name: string;
                            readonly value: boolean | number | string;
                        }[];
                        readonly opinion: string;
                        readonly organ: string;
                    } | {
                        /** @enum {string} */
                        readonly act: "extendLimit";
                        readonly reason: string;
                        readonly workingDays: number;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly draftDecision: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly departure?: string;
                    /** @enum {string} */
                    readonly exceptionCode?: "EX-COLLECTIVE" | "EX-HEARING" | "EX-MAJOR" | "EX-SUPERIOR";
                    /** @default  */
                    readonly facts?: string;
                    /** @default false */
                    readonly forwardToHead?: boolean;
                    readonly handlingReason?: string;
                    /** @default [] */
                    readonly norms?: readonly string[];
                    /** @enum {string} */
                    readonly outcome: "GRANT" | "GRANT_ON_PROMISE" | "REFUSE";
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DecisionDraft"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getDecisionDraft: {
        readonly parameters: {
            readonly query: {
                readonly ticket: string;
            };
            readonly header?: never;
            readonly path: {
                readonly caseNo: string;
                readonly documentHash: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly returnProposal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly supplyDeferred: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly deferral?: {
                        readonly codes: readonly string[];
                        /** Format: date */
                        readonly untilOn: string;
                    };
                    /** @default {} */
                    readonly form?: {
                        readonly [key: string]: boolean | number | string;
                    };
                    /** @default [] */
                    readonly materials?: readonly {
                        readonly code: string;
                        readonly file?: {
                            readonly hash: string;
                            readonly mediaType: string;
                            readonly name: string;
                            readonly size: number;
                        };
                        readonly maker?: {
                            readonly idNo: string;
                            /** Format: date */
                            readonly issuedOn: string;
                            readonly name: string;
                            readonly reportNo: string;
                        };
                        readonly reference?: string;
                        /** @enum {string} */
                        readonly source: "file" | "form" | "paper";
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly deliverCase: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly method: "direct" | "electronic" | "mail" | "substitute" | "publicNotice";
                    readonly recipient: string;
                    readonly reference?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getDeliveryReceipt: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly escalateCase: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCaseEvidence: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file, to be saved */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly payFee: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly reduceFee: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                    readonly toFen: number;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly refundFee: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getCaseFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly caseNo: string;
                readonly fileHash: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file, to be saved */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly recordMisconduct: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly cause: "concealed" | "fraud" | "annulledRegistration";
                    /** Format: date */
                    readonly decidedOn: string;
                    readonly decisionNo: string;
                    readonly facts: string;
                    /** @default [] */
                    readonly responsible?: readonly {
                        readonly idNo: string;
                        readonly name: string;
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly issueOwedLetter: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly printedAs?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getPaperRecord: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly recordPaperDecision: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly departure?: string;
                    /** @default  */
                    readonly facts?: string;
                    readonly handlingReason?: string;
                    /** @default [] */
                    readonly norms?: readonly string[];
                    readonly paperNo: string;
                    readonly reason: string;
                    readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                    readonly signedBy: string;
                    /** Format: date */
                    readonly signedOn: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listCaseReadings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly readings: readonly components["schemas"]["Reading"][];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly stateReason: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly caseNo: string;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getReceipt: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly recuseOfficer: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly ground: "self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other";
                    /** @default  */
                    readonly note?: string;
                    readonly personId: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly decideRecusal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly granted: boolean;
                    readonly personId: string;
                    readonly reason: string;
                    readonly superiorNo?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly requestRecusal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly ground: "self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other";
                    readonly personId: string;
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly reviewCase: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly act: "recordFindings";
                    /** @default [] */
                    readonly findings?: readonly {
                        readonly evidence: string;
                        readonly name: string;
                        readonly value: boolean | number | string;
                    }[];
                    /** @default [] */
                    readonly points?: readonly {
                        readonly evidence: string;
                        readonly note?: string;
                        readonly point: number;
                        /** @enum {string} */
                        readonly result: "met" | "notMet" | "notApplicable";
                    }[];
                } | {
                    /** @enum {string} */
                    readonly act: "recordSiteVisit";
                    readonly address: string;
                    /** @default [] */
                    readonly findings?: readonly {
                        readonly evidence: string;
                        readonly name: string;
                        readonly value: boolean | number | string;
                    }[];
                    /** Format: date-time */
                    readonly fromAt: string;
                    readonly officers: readonly string[];
                    readonly place: {
                        readonly latitude: number;
                        readonly longitude: number;
                    };
                    readonly record: string;
                    readonly signedBy: readonly string[];
                    /** Format: date-time */
                    readonly toAt: string;
                } | {
                    /** @enum {string} */
                    readonly act: "assignInspectors";
                    readonly officers: readonly string[];
                } | {
                    /** @enum {string} */
                    readonly act: "startSpecialProcedure";
                    readonly basis: string;
                    /** @enum {string} */
                    readonly procedure: "hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expertReview" | "siteVerification" | "publicity" | "consultation";
                    readonly stopsClock: boolean;
                    readonly workingDays: number;
                } | {
                    /** @enum {string} */
                    readonly act: "endSpecialProcedure";
                    readonly furtherAnalysis?: boolean;
                    /** @enum {string} */
                    readonly procedure: "hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expertReview" | "siteVerification" | "publicity" | "consultation";
                    readonly result: string;
                } | {
                    /** @enum {string} */
                    readonly act: "suspendClock";
                    readonly reason: string;
                } | {
                    /** @enum {string} */
                    readonly act: "resumeClock";
                    readonly reason: string;
                } | {
                    /** @enum {string} */
                    readonly act: "notifyInterestedParty";
                    readonly matter: string;
                    readonly party: string;
                } | {
                    /** @enum {string} */
                    readonly act: "hearInterestedParty";
                    readonly party: string;
                    readonly statement: string;
                } | {
                    /** @enum {string} */
                    readonly act: "tellHearingRight";
                    readonly to: string;
                } | {
                    /** @enum {string} */
                    readonly act: "requestHearing";
                    readonly by: string;
                } | {
                    /** @enum {string} */
                    readonly act: "scheduleHearing";
                    /** Format: date */
                    readonly onDate: string;
                    readonly place: string;
                    readonly presider: string;
                } | {
                    /** @enum {string} */
                    readonly act: "recordHearing";
                    /** Format: date */
                    readonly heldOn: string;
                    readonly presider: string;
                    readonly signedBy: readonly string[];
                    readonly transcript: string;
                } | {
                    /** @enum {string} */
                    readonly act: "askJointOpinion";
                    readonly dueInDays: number;
                    readonly organ: string;
                } | {
                    /** @enum {string} */
                    readonly act: "giveJointOpinion";
                    /** @default [] */
                    readonly findings?: readonly {
                        readonly evidence: string;
                        readonly name: string;
                        readonly value: boolean | number | string;
                    }[];
                    readonly opinion: string;
                    readonly organ: string;
                } | {
                    /** @enum {string} */
                    readonly act: "extendLimit";
                    readonly reason: string;
                    readonly workingDays: number;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly correctStatement: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly deferral?: {
                        readonly codes: readonly string[];
                        /** Format: date */
                        readonly untilOn: string;
                    };
                    /** @default {} */
                    readonly form?: {
                        readonly [key: string]: boolean | number | string;
                    };
                    /** @default [] */
                    readonly materials?: readonly {
                        readonly code: string;
                        readonly file?: {
                            readonly hash: string;
                            readonly mediaType: string;
                            readonly name: string;
                            readonly size: number;
                        };
                        readonly maker?: {
                            readonly idNo: string;
                            /** Format: date */
                            readonly issuedOn: string;
                            readonly name: string;
                            readonly reportNo: string;
                        };
                        readonly reference?: string;
                        /** @enum {string} */
                        readonly source: "file" | "form" | "paper";
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly terminateCase: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly ground: "applicantDied" | "applicantDissolved" | "deferredMaterialsOverdue" | "correctionNotSupplied" | "objectGone";
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly withdrawApplication: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly caseNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly proof?: {
                        readonly idNo: string;
                        /** @enum {string} */
                        readonly kind: "signedPaper" | "identityDocument";
                        readonly reference: string;
                    };
                    /** @default  */
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["CasePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getConfirmationWays: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ConfirmationWays"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly askToChangeWays: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly change: "addPasskey" | "addCodes" | "removePasskey" | "removeCodes";
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly nonce: string;
                        readonly options: components["schemas"]["PasskeyRequestOptions"];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly beginCodes: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly pin: string;
                    readonly proof?: {
                        readonly passkey: {
                            readonly credential: {
                                readonly id: string;
                                readonly rawId: string;
                                readonly response: {
                                    readonly authenticatorData: string;
                                    readonly clientDataJSON: string;
                                    readonly signature: string;
                                };
                                /** @enum {string} */
                                readonly type: "public-key";
                            };
                            readonly nonce: string;
                        };
                    } | {
                        readonly code: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly address: string;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly removeCodes: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly proof?: {
                        readonly passkey: {
                            readonly credential: {
                                readonly id: string;
                                readonly rawId: string;
                                readonly response: {
                                    readonly authenticatorData: string;
                                    readonly clientDataJSON: string;
                                    readonly signature: string;
                                };
                                /** @enum {string} */
                                readonly type: "public-key";
                            };
                            readonly nonce: string;
                        };
                    } | {
                        readonly code: string;
                    };
                    /** @enum {string} */
                    readonly reason: "lost" | "compromised" | "replaced";
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {boolean} */
                        readonly done: true;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly startCodes: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {boolean} */
                        readonly done: true;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly registerPasskey: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly answer: {
                        readonly credential: {
                            readonly id: string;
                            readonly rawId: string;
                            readonly response: {
                                readonly attestationObject: string;
                                readonly clientDataJSON: string;
                                readonly transports?: readonly string[];
                            };
                            /** @enum {string} */
                            readonly type: "public-key";
                        };
                        readonly nonce: string;
                    };
                    readonly label: string;
                    readonly pin: string;
                    readonly proof?: {
                        readonly passkey: {
                            readonly credential: {
                                readonly id: string;
                                readonly rawId: string;
                                readonly response: {
                                    readonly authenticatorData: string;
                                    readonly clientDataJSON: string;
                                    readonly signature: string;
                                };
                                /** @enum {string} */
                                readonly type: "public-key";
                            };
                            readonly nonce: string;
                        };
                    } | {
                        readonly code: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {boolean} */
                        readonly done: true;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly askToRegisterPasskey: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly nonce: string;
                        readonly options: components["schemas"]["PasskeyCreationOptions"];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly removePasskey: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly credentialId: string;
                    readonly proof?: {
                        readonly passkey: {
                            readonly credential: {
                                readonly id: string;
                                readonly rawId: string;
                                readonly response: {
                                    readonly authenticatorData: string;
                                    readonly clientDataJSON: string;
                                    readonly signature: string;
                                };
                                /** @enum {string} */
                                readonly type: "public-key";
                            };
                            readonly nonce: string;
                        };
                    } | {
                        readonly code: string;
                    };
                    /** @enum {string} */
                    readonly reason: "lost" | "compromised" | "replaced";
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {boolean} */
                        readonly done: true;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly changePin: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly newPin: string;
                    readonly pin: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {boolean} */
                        readonly done: true;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly resetConfirmation: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly personId: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {boolean} */
                        readonly done: true;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly readCode: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly caseNo?: string;
                    readonly code: string;
                    readonly form?: {
                        readonly [key: string]: boolean | number | string;
                    };
                    readonly itemId: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ClaimsReceived"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listConsentsAndUses: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly consents: readonly components["schemas"]["Consent"][];
                        readonly uses: readonly components["schemas"]["ClaimUse"][];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly giveConsent: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly caseNo?: string;
                    readonly claims: readonly {
                        readonly code: string;
                        /** @enum {string} */
                        readonly kind: "material" | "answer" | "fact";
                    }[];
                    readonly itemId: string;
                    /** @enum {string} */
                    readonly way: "code" | "online";
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["GivenConsent"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly withdrawConsent: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly consentId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly signBatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code?: string;
                    readonly decisions: readonly {
                        readonly caseNo: string;
                        readonly decision: {
                            readonly departure?: string;
                            readonly documentHash: string;
                            readonly evidenceHash: string;
                            /** @enum {string} */
                            readonly exceptionCode?: "EX-COLLECTIVE" | "EX-HEARING" | "EX-MAJOR" | "EX-SUPERIOR";
                            /** @default  */
                            readonly facts?: string;
                            /** @default false */
                            readonly forwardToHead?: boolean;
                            readonly handlingReason?: string;
                            /** @default [] */
                            readonly norms?: readonly string[];
                            /** @enum {string} */
                            readonly outcome: "GRANT" | "GRANT_ON_PROMISE" | "REFUSE";
                            readonly reason: string;
                            readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                        };
                    }[];
                    readonly passkey?: {
                        readonly credential: {
                            readonly id: string;
                            readonly rawId: string;
                            readonly response: {
                                readonly authenticatorData: string;
                                readonly clientDataJSON: string;
                                readonly signature: string;
                            };
                            /** @enum {string} */
                            readonly type: "public-key";
                        };
                        readonly nonce: string;
                    };
                    readonly pin?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["BatchAnswer"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly askToConfirm: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly decisions: readonly {
                        readonly caseNo: string;
                        readonly decision: {
                            readonly departure?: string;
                            readonly documentHash: string;
                            readonly evidenceHash: string;
                            /** @enum {string} */
                            readonly exceptionCode?: "EX-COLLECTIVE" | "EX-HEARING" | "EX-MAJOR" | "EX-SUPERIOR";
                            /** @default  */
                            readonly facts?: string;
                            /** @default false */
                            readonly forwardToHead?: boolean;
                            readonly handlingReason?: string;
                            /** @default [] */
                            readonly norms?: readonly string[];
                            /** @enum {string} */
                            readonly outcome: "GRANT" | "GRANT_ON_PROMISE" | "REFUSE";
                            readonly reason: string;
                            readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                        };
                        readonly review?: {
                            /** @enum {string} */
                            readonly act: "recordFindings";
                            /** @default [] */
                            readonly findings?: readonly {
                                readonly evidence: string;
                                readonly name: string;
                                readonly value: boolean | number | string;
                            }[];
                            /** @default [] */
                            readonly points?: readonly {
                                readonly evidence: string;
                                readonly note?: string;
                                readonly point: number;
                                /** @enum {string} */
                                readonly result: "met" | "notMet" | "notApplicable";
                            }[];
                        } | {
                            /** @enum {string} */
                            readonly act: "recordSiteVisit";
                            readonly address: string;
                            /** @default [] */
                            readonly findings?: readonly {
                                readonly evidence: string;
                                readonly name: string;
                                readonly value: boolean | number | string;
                            }[];
                            /** Format: date-time */
                            readonly fromAt: string;
                            readonly officers: readonly string[];
                            readonly place: {
                                readonly latitude: number;
                                readonly longitude: number;
                            };
                            readonly record: string;
                            readonly signedBy: readonly string[];
                            /** Format: date-time */
                            readonly toAt: string;
                        } | {
                            /** @enum {string} */
                            readonly act: "assignInspectors";
                            readonly officers: readonly string[];
                        } | {
                            /** @enum {string} */
                            readonly act: "startSpecialProcedure";
                            readonly basis: string;
                            /** @enum {string} */
                            readonly procedure: "hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expertReview" | "siteVerification" | "publicity" | "consultation";
                            readonly stopsClock: boolean;
                            readonly workingDays: number;
                        } | {
                            /** @enum {string} */
                            readonly act: "endSpecialProcedure";
                            readonly furtherAnalysis?: boolean;
                            /** @enum {string} */
                            readonly procedure: "hearing" | "tender" | "auction" | "inspection" | "testing" | "quarantine" | "appraisal" | "expertReview" | "siteVerification" | "publicity" | "consultation";
                            readonly result: string;
                        } | {
                            /** @enum {string} */
                            readonly act: "suspendClock";
                            readonly reason: string;
                        } | {
                            /** @enum {string} */
                            readonly act: "resumeClock";
                            readonly reason: string;
                        } | {
                            /** @enum {string} */
                            readonly act: "notifyInterestedParty";
                            readonly matter: string;
                            readonly party: string;
                        } | {
                            /** @enum {string} */
                            readonly act: "hearInterestedParty";
                            readonly party: string;
                            readonly statement: string;
                        } | {
                            /** @enum {string} */
                            readonly act: "tellHearingRight";
                            readonly to: string;
                        } | {
                            /** @enum {string} */
                            readonly act: "requestHearing";
                            readonly by: string;
                        } | {
                            /** @enum {string} */
                            readonly act: "scheduleHearing";
                            /** Format: date */
                            readonly onDate: string;
                            readonly place: string;
                            readonly presider: string;
                        } | {
                            /** @enum {string} */
                            readonly act: "recordHearing";
                            /** Format: date */
                            readonly heldOn: string;
                            readonly presider: string;
                            readonly signedBy: readonly string[];
                            readonly transcript: string;
                        } | {
                            /** @enum {string} */
                            readonly act: "askJointOpinion";
                            readonly dueInDays: number;
                            readonly organ: string;
                        } | {
                            /** @enum {string} */
                            readonly act: "giveJointOpinion";
                            /** @default [] */
                            readonly findings?: readonly {
                                readonly evidence: string;
                                readonly name: string;
                                readonly value: boolean | number | string;
                            }[];
                            readonly opinion: string;
                            readonly organ: string;
                        } | {
                            /** @enum {string} */
                            readonly act: "extendLimit";
                            readonly reason: string;
                            readonly workingDays: number;
                        };
                    }[];
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SigningChallenge"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly draftBatch: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly caseNos: readonly string[];
                    readonly reason: string;
                    readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly cases: readonly components["schemas"]["BatchDraft"][];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listDemoSignIns: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly pin: string;
                        readonly signIns: readonly {
                            /** @enum {string} */
                            readonly kind: "staff" | "applicant";
                            readonly login: string;
                            readonly name: {
                                readonly en: string;
                                readonly zh: string;
                            };
                            readonly password: string;
                            readonly role: {
                                readonly en: string;
                                readonly zh: string;
                            };
                        }[];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listDiscrepancies: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly discrepancies: readonly {
                            readonly caseNo: string;
                            readonly name: string;
                            readonly notedAt: string;
                            readonly receipt: string;
                            readonly source: string;
                            readonly sourceName: string;
                            readonly stated: string;
                            readonly value: string;
                        }[];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly documentHash: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly checkDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly documentHash: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["DocumentCheck"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getDocumentAsOfd: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly documentHash: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/ofd": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listDrafts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly drafts: readonly components["schemas"]["Draft"][];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly change?: {
                            readonly goneMaterials: readonly string[];
                            readonly goneQuestions: readonly {
                                readonly answer: boolean | number | string;
                                readonly label: {
                                    readonly en: string;
                                    readonly zh: string;
                                };
                                readonly name: string;
                            }[];
                            readonly newMaterials: readonly string[];
                            readonly newQuestions: readonly {
                                readonly en: string;
                                readonly zh: string;
                            }[];
                        };
                        readonly draft: components["schemas"]["Draft"];
                        readonly isWithdrawn: boolean;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly saveDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly body: {
                        /** @default {} */
                        readonly files?: {
                            readonly [key: string]: readonly {
                                readonly name: string;
                                readonly size: number;
                                /** Format: uuid */
                                readonly uploadId: string;
                            }[];
                        };
                        /** @default {} */
                        readonly form?: {
                            readonly [key: string]: boolean | number | string;
                        };
                        /** @default {} */
                        readonly more?: {
                            readonly [key: string]: unknown;
                        };
                        /**
                         * @default normal
                         * @enum {string}
                         */
                        readonly route?: "normal" | "promise";
                        /** @default 0 */
                        readonly step?: number;
                        /** @default [] */
                        readonly ticked?: readonly string[];
                    };
                    readonly itemVersion: number;
                    readonly revision: number;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly deleteDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Draft"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly at: string;
                        /** @enum {string} */
                        readonly log: "witnessed" | "late" | "stopped" | "alone";
                        /** @enum {boolean} */
                        readonly ok: true;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly findItems: {
        readonly parameters: {
            readonly query?: {
                readonly q?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly {
                            readonly caseType: string;
                            readonly itemId: string;
                            readonly legalLimit: {
                                readonly basis?: string;
                                /** @enum {string} */
                                readonly unit: "S" | "W" | "N";
                                readonly value: string | number;
                            };
                            readonly name: string;
                            readonly nameEn: string;
                            readonly organ: string;
                            readonly organName: string;
                            readonly organNameEn: string;
                            readonly promisedLimit: {
                                readonly basis?: string;
                                /** @enum {string} */
                                readonly unit: "S" | "W" | "N";
                                readonly value: string | number;
                            };
                            readonly reason?: {
                                /** @enum {string} */
                                readonly field: "code" | "name" | "saying" | "result" | "organ" | "question" | "material";
                                /** @enum {string} */
                                readonly how: "same" | "part" | "sound" | "initials" | "near";
                                readonly text: string;
                            };
                            readonly score: number;
                            readonly signClass: 0 | 1 | 2 | "EX";
                        }[];
                        readonly nearest: readonly {
                            readonly caseType: string;
                            readonly itemId: string;
                            readonly legalLimit: {
                                readonly basis?: string;
                                /** @enum {string} */
                                readonly unit: "S" | "W" | "N";
                                readonly value: string | number;
                            };
                            readonly name: string;
                            readonly nameEn: string;
                            readonly organ: string;
                            readonly organName: string;
                            readonly organNameEn: string;
                            readonly promisedLimit: {
                                readonly basis?: string;
                                /** @enum {string} */
                                readonly unit: "S" | "W" | "N";
                                readonly value: string | number;
                            };
                            readonly reason?: {
                                /** @enum {string} */
                                readonly field: "code" | "name" | "saying" | "result" | "organ" | "question" | "material";
                                /** @enum {string} */
                                readonly how: "same" | "part" | "sound" | "initials" | "near";
                                readonly text: string;
                            };
                            readonly score: number;
                            readonly signClass: 0 | 1 | 2 | "EX";
                        }[];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getItem: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Guide"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listAskedQuestions: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly form: {
                        readonly [key: string]: boolean | number | string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly asked: readonly string[];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getBlankForm: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
            };
            readonly header?: never;
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getNeededClaims: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["NeededClaims"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getItemForm: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ItemForm"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getGuide: {
        readonly parameters: {
            readonly query?: {
                readonly version?: number;
            };
            readonly header?: never;
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["PublicGuide"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getGuideDocument: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
            };
            readonly header?: never;
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getKnownAnswers: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly known: readonly components["schemas"]["KnownAnswer"][];
                        readonly materials: readonly string[];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getKnownAtCounter: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly applicant: {
                        readonly address?: string;
                        readonly idNo: string;
                        readonly idOverrideReason?: string;
                        /** @enum {string} */
                        readonly idType: "citizenId" | "uscc" | "passport" | "otherDocument";
                        /** @enum {string} */
                        readonly kind: "naturalPerson" | "legalPerson" | "otherOrganisation";
                        readonly legalRepresentative?: {
                            readonly idNo: string;
                            readonly name: string;
                        };
                        readonly name: string;
                        readonly phone?: string;
                        readonly printedAs?: string;
                        readonly shareholders?: readonly {
                            readonly idNo: string;
                            readonly name: string;
                        }[];
                    };
                    readonly scope: {
                        readonly amount?: number;
                        readonly area?: number;
                        readonly headcount?: number;
                        readonly project?: string;
                        readonly region: string;
                        readonly riskGrade?: number;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly known: readonly components["schemas"]["KnownAnswer"][];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getRules: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly effectKinds: readonly ("SITE" | "HEARING" | "JOINT" | "PUBLICITY" | "SIGN2" | "LIMIT" | "SUSPEND" | "AFTERCHECK" | "TAG" | "FEE" | "QUEUE" | "NOTICE")[];
                        readonly hash: string;
                        readonly name: {
                            readonly en: string;
                            readonly zh: string;
                        };
                        readonly outcomes: readonly {
                            readonly name: {
                                readonly en: string;
                                readonly zh: string;
                            };
                            /** @enum {string} */
                            readonly outcome: "APPROVE" | "APPROVE_PROMISE" | "REJECT" | "CORRECT" | "NOT_NEEDED" | "NOT_OURS" | "ROUTE" | "ESCALATE" | "DEFER" | "SIGN1" | "SIGN2";
                        }[];
                        readonly rules: components["schemas"]["RuleSet"];
                        readonly version: number;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSampleForm: {
        readonly parameters: {
            readonly query?: {
                readonly language?: "zh" | "en";
            };
            readonly header?: never;
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly followSituation: {
        readonly parameters: {
            readonly query?: {
                readonly answers?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Situation"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly exportItems: {
        readonly parameters: {
            readonly query: {
                readonly format: "xlsx" | "json";
                readonly organ?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file, to be saved */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly previewItemImport: {
        readonly parameters: {
            readonly query: {
                readonly name: string;
            };
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/octet-stream": string;
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ImportPreview"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getImportProgress: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly requestId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly done: number;
                        readonly total: number;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly importItems: {
        readonly parameters: {
            readonly query: {
                readonly fingerprint: string;
                readonly name: string;
            };
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/octet-stream": string;
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["ItemImport"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listLibrary: {
        readonly parameters: {
            readonly query?: {
                readonly organ?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly items: readonly components["schemas"]["LibraryRow"][];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getLibraryItem: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LibraryItem"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly openItemDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly from: "inForce" | "blank";
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LibraryPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly approveItemDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly opinion: string;
                    readonly revision: number;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LibraryPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly editItemDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly item: {
                        readonly [key: string]: unknown;
                    };
                    readonly revision: number;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LibraryPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly dropItemDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LibraryPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly publishItemDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: date-time */
                    readonly effectiveFrom?: string;
                    readonly transition?: {
                        /** @enum {string} */
                        readonly ground: "more-favourable" | "statute-changed";
                        readonly reason: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LibraryPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly returnItemDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LibraryPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly submitItemDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly revision: number;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LibraryPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly signRuleSet: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly pin: string;
                    readonly ruleSetHash: string;
                    readonly version: number;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LibraryPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly withdrawItem: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly itemId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                    readonly version: number;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LibraryPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getItemSchema: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly groups: readonly {
                            readonly elements: readonly string[];
                            readonly id: string;
                            readonly name: {
                                readonly en: string;
                                readonly zh: string;
                            };
                        }[];
                        readonly schema: {
                            readonly [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listLicences: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: number;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly licences: readonly components["schemas"]["LicenceRow"][];
                        readonly nextCursor?: number;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getLicence: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly licenceNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Licence"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly actOnLicence: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly licenceNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code?: string;
                    readonly command: {
                        /** @enum {string} */
                        readonly act: "replace";
                        readonly basis: string;
                        readonly reason: string;
                        readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                    } | {
                        /** @enum {string} */
                        readonly act: "suspend";
                        readonly basis: string;
                        readonly reason: string;
                        readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                        /** Format: date */
                        readonly untilOn?: string;
                    } | {
                        /** @enum {string} */
                        readonly act: "reinstate";
                        readonly basis: string;
                        readonly reason: string;
                        readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                    } | {
                        /** @enum {string} */
                        readonly act: "withdraw";
                        readonly basis: string;
                        readonly compensation: string;
                        /** @enum {string} */
                        readonly ground: "lawChanged" | "factsChanged";
                        readonly reason: string;
                        readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                    } | {
                        /** @enum {string} */
                        readonly act: "annul";
                        readonly basis: string;
                        /** @enum {string} */
                        readonly ground: "abuseOfOffice" | "beyondPower" | "procedureBreached" | "holderUnqualified" | "fraud" | "otherByLaw";
                        readonly reason: string;
                        readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                    } | {
                        /** @enum {string} */
                        readonly act: "forfeit";
                        readonly basis: string;
                        readonly penaltyNo: string;
                        readonly reason: string;
                        readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                    } | {
                        /** @enum {string} */
                        readonly act: "cancel";
                        readonly basis: string;
                        /** @enum {string} */
                        readonly ground: "expired" | "holderDied" | "holderDissolved" | "ended" | "forceMajeure" | "onRequest";
                        readonly reason: string;
                        readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                    };
                    readonly passkey?: {
                        readonly credential: {
                            readonly id: string;
                            readonly rawId: string;
                            readonly response: {
                                readonly authenticatorData: string;
                                readonly clientDataJSON: string;
                                readonly signature: string;
                            };
                            /** @enum {string} */
                            readonly type: "public-key";
                        };
                        readonly nonce: string;
                    };
                    readonly pin?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Licence"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly askToConfirmLicenceAct: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly licenceNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly command: {
                        /** @enum {string} */
                        readonly act: "replace";
                        readonly basis: string;
                        readonly reason: string;
                        readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                    } | {
                        /** @enum {string} */
                        readonly act: "suspend";
                        readonly basis: string;
                        readonly reason: string;
                        readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                        /** Format: date */
                        readonly untilOn?: string;
                    } | {
                        /** @enum {string} */
                        readonly act: "reinstate";
                        readonly basis: string;
                        readonly reason: string;
                        readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                    } | {
                        /** @enum {string} */
                        readonly act: "withdraw";
                        readonly basis: string;
                        readonly compensation: string;
                        /** @enum {string} */
                        readonly ground: "lawChanged" | "factsChanged";
                        readonly reason: string;
                        readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                    } | {
                        /** @enum {string} */
                        readonly act: "annul";
                        readonly basis: string;
                        /** @enum {string} */
                        readonly ground: "abuseOfOffice" | "beyondPower" | "procedureBreached" | "holderUnqualified" | "fraud" | "otherByLaw";
                        readonly reason: string;
                        readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                    } | {
                        /** @enum {string} */
                        readonly act: "forfeit";
                        readonly basis: string;
                        readonly penaltyNo: string;
                        readonly reason: string;
                        readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                    } | {
                        /** @enum {string} */
                        readonly act: "cancel";
                        readonly basis: string;
                        /** @enum {string} */
                        readonly ground: "expired" | "holderDied" | "holderDissolved" | "ended" | "forceMajeure" | "onRequest";
                        readonly reason: string;
                        readonly recusal: "none" | ("self-interest" | "spouse" | "direct-line" | "collateral" | "affinity" | "other");
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly nonce: string;
                        readonly options: components["schemas"]["PasskeyRequestOptions"];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly issueCredential: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly licenceNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly holderKey?: {
                        /** @enum {string} */
                        readonly crv: "P-256";
                        /** @enum {string} */
                        readonly kty: "EC";
                        readonly x: string;
                        readonly y: string;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly credential: string;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getLicenceDocument: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly licenceNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getLicenceDocumentAsOfd: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly licenceNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/ofd": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getLicenceEvidence: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly licenceNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file, to be saved */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getLicenceLineage: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly licenceNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LicenceLineage"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listLicenceReadings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly licenceNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly readings: readonly components["schemas"]["Reading"][];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly stateLicenceReason: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly licenceNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly licenceNo: string;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getLicenceStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly licenceNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LicenceStatus"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly findLicences: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly idNo: string;
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly licences: readonly components["schemas"]["LicenceRow"][];
                        readonly nextCursor?: number;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getLogState: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LogState"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getLogStatus: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LogStatus"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getLogEntry: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly index: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LogEntry"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listMandates: {
        readonly parameters: {
            readonly query?: {
                readonly state?: "drafted" | "reviewed" | "signed" | "accepted" | "filed" | "published" | "active" | "suspended" | "expired" | "revoked" | "superseded";
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly mandates: readonly components["schemas"]["MandateRow"][];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly draftMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly letter: {
                        readonly actions: readonly {
                            /** @enum {number} */
                            readonly list: 0 | 1 | 2;
                            /** @enum {string} */
                            readonly power: "receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal";
                        }[];
                        readonly breaker: readonly {
                            readonly threshold: string;
                            readonly trigger: string;
                        }[];
                        /** @enum {string} */
                        readonly construct: "A";
                        readonly dataProcessing: {
                            readonly categories: readonly string[];
                            /** @enum {boolean} */
                            readonly onwardProcessing: false;
                            readonly purposes: readonly string[];
                            readonly retention: string;
                        };
                        readonly duties: {
                            readonly grantee: readonly string[];
                            readonly grantor: readonly string[];
                        };
                        readonly exclusions: {
                            readonly creditRestricted: boolean;
                            readonly firstAfterRuleChange: boolean;
                            readonly hearing: boolean;
                            readonly mediaSensitive: boolean;
                            readonly priorRefusal?: {
                                readonly months: number;
                            };
                            readonly recusalList: boolean;
                            readonly thirdPartyInterest: boolean;
                        };
                        readonly grantee: {
                            readonly code: string;
                            /** @enum {string} */
                            readonly kind: "department" | "serviceBody" | "administrativeOrgan";
                            /** @enum {string} */
                            readonly level: "national" | "municipal" | "district" | "subdistrict";
                            readonly name: string;
                            readonly uscc: string;
                        };
                        readonly grantor: {
                            readonly code: string;
                            readonly headName: string;
                            readonly headPersonId: string;
                            /** @enum {string} */
                            readonly level: "national" | "municipal" | "district" | "subdistrict";
                            readonly name: string;
                            readonly uscc: string;
                        };
                        readonly handover: {
                            /** @enum {string} */
                            readonly electronic: "atOnce";
                            readonly paperCutOffs: readonly string[];
                            readonly signsFor: string;
                        };
                        readonly intakeChecklist: readonly {
                            readonly checks: readonly ("completeness" | "form" | "validity" | "identity")[];
                            readonly itemId: string;
                        }[];
                        readonly items: readonly {
                            readonly guideVersionFrom: number;
                            readonly guideVersionTo?: number;
                            readonly intakeRoles: readonly ("receive" | "accept" | "consult" | "deliver")[];
                            readonly itemId: string;
                            readonly list: (0 | 1 | 2) | null;
                            readonly name: string;
                        }[];
                        readonly legalBasis: readonly {
                            readonly citation: string;
                            /** @enum {string} */
                            readonly level: "law" | "administrativeRegulation" | "localRegulation" | "rule" | "normativeDocument";
                        }[];
                        readonly liability: string;
                        readonly limits: {
                            readonly maxDecisionsPerDay?: number;
                            readonly minHandlingSeconds?: number;
                            readonly windowFrom?: string;
                            readonly windowTo?: string;
                        };
                        readonly mandateNo: string;
                        readonly nonDelegable: readonly ("extendLimit" | "revokeLicence" | "decideAfterHearing" | "penalise" | "headApproval")[];
                        readonly powers: readonly ("receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal")[];
                        readonly publicNotice: {
                            readonly channel: string;
                            readonly noticeNo: string;
                        };
                        readonly responsibility: string;
                        readonly ruleSets: readonly {
                            readonly itemId: string;
                            readonly ruleSetHash: string;
                        }[];
                        readonly scope: {
                            readonly amountMax?: number;
                            readonly applicantKinds: readonly ("naturalPerson" | "legalPerson" | "otherOrganisation")[];
                            readonly areaMax?: number;
                            readonly cumulativeCap?: {
                                readonly amountMax?: number;
                                readonly countMax?: number;
                                /** @enum {string} */
                                readonly per: "applicant" | "project";
                                readonly windowDays: number;
                            };
                            readonly headcountMax?: number;
                            /** @enum {string} */
                            readonly level?: "national" | "municipal" | "district" | "subdistrict";
                            readonly regions: readonly string[];
                            readonly riskGradeMax?: number;
                        };
                        readonly seals: readonly {
                            readonly documents: readonly string[];
                            readonly keeperPersonId: string;
                            readonly name: string;
                            readonly organCode: string;
                            readonly sealId: string;
                        }[];
                        readonly supervision: {
                            readonly firstSampleDueOn: string;
                            readonly plan: string;
                            readonly report: string;
                            readonly reviewBoard: string;
                            readonly samplingPercent: number;
                        };
                        readonly term: {
                            readonly from: string;
                            readonly to: string;
                        };
                        readonly termination: {
                            readonly grounds: readonly string[];
                            readonly inFlight: string;
                            readonly noticeDays: number;
                        };
                        readonly tolerance: {
                            readonly conditions: readonly string[];
                            readonly pilotItems: readonly string[];
                        };
                        readonly version: number;
                    } | {
                        readonly actions: readonly {
                            /** @enum {number} */
                            readonly list: 0 | 1 | 2;
                            /** @enum {string} */
                            readonly power: "receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal";
                        }[];
                        readonly breaker: readonly {
                            readonly threshold: string;
                            readonly trigger: string;
                        }[];
                        /** @enum {string} */
                        readonly construct: "B";
                        readonly dataProcessing: {
                            readonly categories: readonly string[];
                            /** @enum {boolean} */
                            readonly onwardProcessing: false;
                            readonly purposes: readonly string[];
                            readonly retention: string;
                        };
                        readonly duties: {
                            readonly grantee: readonly string[];
                            readonly grantor: readonly string[];
                        };
                        readonly exclusions: {
                            readonly creditRestricted: boolean;
                            readonly firstAfterRuleChange: boolean;
                            readonly hearing: boolean;
                            readonly mediaSensitive: boolean;
                            readonly priorRefusal?: {
                                readonly months: number;
                            };
                            readonly recusalList: boolean;
                            readonly thirdPartyInterest: boolean;
                        };
                        readonly grantees: readonly {
                            readonly activation?: readonly ("absent" | "onLeave" | "recused" | "overload")[];
                            readonly deputyOf?: string;
                            readonly name: string;
                            readonly personId: string;
                            /** @enum {string} */
                            readonly role: "handler" | "chief";
                        }[];
                        readonly grantor: {
                            readonly code: string;
                            readonly headName: string;
                            readonly headPersonId: string;
                            /** @enum {string} */
                            readonly level: "national" | "municipal" | "district" | "subdistrict";
                            readonly name: string;
                            readonly uscc: string;
                        };
                        readonly handover: {
                            /** @enum {string} */
                            readonly electronic: "atOnce";
                            readonly paperCutOffs: readonly string[];
                            readonly signsFor: string;
                        };
                        readonly intakeChecklist: readonly {
                            readonly checks: readonly ("completeness" | "form" | "validity" | "identity")[];
                            readonly itemId: string;
                        }[];
                        readonly items: readonly {
                            readonly guideVersionFrom: number;
                            readonly guideVersionTo?: number;
                            readonly intakeRoles: readonly ("receive" | "accept" | "consult" | "deliver")[];
                            readonly itemId: string;
                            readonly list: (0 | 1 | 2) | null;
                            readonly name: string;
                        }[];
                        readonly legalBasis: readonly {
                            readonly citation: string;
                            /** @enum {string} */
                            readonly level: "law" | "administrativeRegulation" | "localRegulation" | "rule" | "normativeDocument";
                        }[];
                        readonly liability: string;
                        readonly limits: {
                            readonly maxDecisionsPerDay?: number;
                            readonly minHandlingSeconds?: number;
                            readonly windowFrom?: string;
                            readonly windowTo?: string;
                        };
                        readonly mandateNo: string;
                        readonly nonDelegable: readonly ("extendLimit" | "revokeLicence" | "decideAfterHearing" | "penalise" | "headApproval")[];
                        readonly powers: readonly ("receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal")[];
                        readonly publicNotice: {
                            readonly channel: string;
                            readonly noticeNo: string;
                        };
                        readonly responsibility: string;
                        readonly ruleSets: readonly {
                            readonly itemId: string;
                            readonly ruleSetHash: string;
                        }[];
                        readonly scope: {
                            readonly amountMax?: number;
                            readonly applicantKinds: readonly ("naturalPerson" | "legalPerson" | "otherOrganisation")[];
                            readonly areaMax?: number;
                            readonly cumulativeCap?: {
                                readonly amountMax?: number;
                                readonly countMax?: number;
                                /** @enum {string} */
                                readonly per: "applicant" | "project";
                                readonly windowDays: number;
                            };
                            readonly headcountMax?: number;
                            /** @enum {string} */
                            readonly level?: "national" | "municipal" | "district" | "subdistrict";
                            readonly regions: readonly string[];
                            readonly riskGradeMax?: number;
                        };
                        readonly seals: readonly {
                            readonly documents: readonly string[];
                            readonly keeperPersonId: string;
                            readonly name: string;
                            readonly organCode: string;
                            readonly sealId: string;
                        }[];
                        readonly supervision: {
                            readonly firstSampleDueOn: string;
                            readonly plan: string;
                            readonly report: string;
                            readonly reviewBoard: string;
                            readonly samplingPercent: number;
                        };
                        readonly term: {
                            readonly from: string;
                            readonly to: string;
                        };
                        readonly termination: {
                            readonly grounds: readonly string[];
                            readonly inFlight: string;
                            readonly noticeDays: number;
                        };
                        readonly tolerance: {
                            readonly conditions: readonly string[];
                            readonly pilotItems: readonly string[];
                        };
                        readonly version: number;
                    } | {
                        readonly actions: readonly {
                            /** @enum {number} */
                            readonly list: 0 | 1 | 2;
                            /** @enum {string} */
                            readonly power: "receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal";
                        }[];
                        readonly breaker: readonly {
                            readonly threshold: string;
                            readonly trigger: string;
                        }[];
                        /** @enum {string} */
                        readonly construct: "C";
                        readonly dataProcessing: {
                            readonly categories: readonly string[];
                            /** @enum {boolean} */
                            readonly onwardProcessing: false;
                            readonly purposes: readonly string[];
                            readonly retention: string;
                        };
                        readonly duties: {
                            readonly grantee: readonly string[];
                            readonly grantor: readonly string[];
                        };
                        readonly exclusions: {
                            readonly creditRestricted: boolean;
                            readonly firstAfterRuleChange: boolean;
                            readonly hearing: boolean;
                            readonly mediaSensitive: boolean;
                            readonly priorRefusal?: {
                                readonly months: number;
                            };
                            readonly recusalList: boolean;
                            readonly thirdPartyInterest: boolean;
                        };
                        readonly grantee: {
                            readonly code: string;
                            /** @enum {string} */
                            readonly kind: "department" | "serviceBody" | "administrativeOrgan";
                            /** @enum {string} */
                            readonly level: "national" | "municipal" | "district" | "subdistrict";
                            readonly name: string;
                            readonly uscc: string;
                        };
                        readonly grantor: {
                            readonly code: string;
                            readonly headName: string;
                            readonly headPersonId: string;
                            /** @enum {string} */
                            readonly level: "national" | "municipal" | "district" | "subdistrict";
                            readonly name: string;
                            readonly uscc: string;
                        };
                        readonly handover: {
                            /** @enum {string} */
                            readonly electronic: "atOnce";
                            readonly paperCutOffs: readonly string[];
                            readonly signsFor: string;
                        };
                        readonly intakeChecklist: readonly {
                            readonly checks: readonly ("completeness" | "form" | "validity" | "identity")[];
                            readonly itemId: string;
                        }[];
                        readonly items: readonly {
                            readonly guideVersionFrom: number;
                            readonly guideVersionTo?: number;
                            readonly intakeRoles: readonly ("receive" | "accept" | "consult" | "deliver")[];
                            readonly itemId: string;
                            readonly list: (0 | 1 | 2) | null;
                            readonly name: string;
                        }[];
                        readonly legalBasis: readonly {
                            readonly citation: string;
                            /** @enum {string} */
                            readonly level: "law" | "administrativeRegulation" | "localRegulation" | "rule" | "normativeDocument";
                        }[];
                        readonly liability: string;
                        readonly limits: {
                            readonly maxDecisionsPerDay?: number;
                            readonly minHandlingSeconds?: number;
                            readonly windowFrom?: string;
                            readonly windowTo?: string;
                        };
                        readonly mandateNo: string;
                        readonly nonDelegable: readonly ("extendLimit" | "revokeLicence" | "decideAfterHearing" | "penalise" | "headApproval")[];
                        readonly powers: readonly ("receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal")[];
                        readonly publicNotice: {
                            readonly channel: string;
                            readonly noticeNo: string;
                        };
                        readonly responsibility: string;
                        readonly ruleSets: readonly {
                            readonly itemId: string;
                            readonly ruleSetHash: string;
                        }[];
                        readonly scope: {
                            readonly amountMax?: number;
                            readonly applicantKinds: readonly ("naturalPerson" | "legalPerson" | "otherOrganisation")[];
                            readonly areaMax?: number;
                            readonly cumulativeCap?: {
                                readonly amountMax?: number;
                                readonly countMax?: number;
                                /** @enum {string} */
                                readonly per: "applicant" | "project";
                                readonly windowDays: number;
                            };
                            readonly headcountMax?: number;
                            /** @enum {string} */
                            readonly level?: "national" | "municipal" | "district" | "subdistrict";
                            readonly regions: readonly string[];
                            readonly riskGradeMax?: number;
                        };
                        readonly seals: readonly {
                            readonly documents: readonly string[];
                            readonly keeperPersonId: string;
                            readonly name: string;
                            readonly organCode: string;
                            readonly sealId: string;
                        }[];
                        readonly supervision: {
                            readonly firstSampleDueOn: string;
                            readonly plan: string;
                            readonly report: string;
                            readonly reviewBoard: string;
                            readonly samplingPercent: number;
                        };
                        readonly term: {
                            readonly from: string;
                            readonly to: string;
                        };
                        readonly termination: {
                            readonly grounds: readonly string[];
                            readonly inFlight: string;
                            readonly noticeDays: number;
                        };
                        readonly tolerance: {
                            readonly conditions: readonly string[];
                            readonly pilotItems: readonly string[];
                        };
                        readonly version: number;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MandatePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly mandateNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Mandate"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly acceptMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly mandateNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly hash: string;
                    readonly pin: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MandatePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly amendMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly mandateNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly letter: {
                        readonly actions: readonly {
                            /** @enum {number} */
                            readonly list: 0 | 1 | 2;
                            /** @enum {string} */
                            readonly power: "receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal";
                        }[];
                        readonly breaker: readonly {
                            readonly threshold: string;
                            readonly trigger: string;
                        }[];
                        /** @enum {string} */
                        readonly construct: "A";
                        readonly dataProcessing: {
                            readonly categories: readonly string[];
                            /** @enum {boolean} */
                            readonly onwardProcessing: false;
                            readonly purposes: readonly string[];
                            readonly retention: string;
                        };
                        readonly duties: {
                            readonly grantee: readonly string[];
                            readonly grantor: readonly string[];
                        };
                        readonly exclusions: {
                            readonly creditRestricted: boolean;
                            readonly firstAfterRuleChange: boolean;
                            readonly hearing: boolean;
                            readonly mediaSensitive: boolean;
                            readonly priorRefusal?: {
                                readonly months: number;
                            };
                            readonly recusalList: boolean;
                            readonly thirdPartyInterest: boolean;
                        };
                        readonly grantee: {
                            readonly code: string;
                            /** @enum {string} */
                            readonly kind: "department" | "serviceBody" | "administrativeOrgan";
                            /** @enum {string} */
                            readonly level: "national" | "municipal" | "district" | "subdistrict";
                            readonly name: string;
                            readonly uscc: string;
                        };
                        readonly grantor: {
                            readonly code: string;
                            readonly headName: string;
                            readonly headPersonId: string;
                            /** @enum {string} */
                            readonly level: "national" | "municipal" | "district" | "subdistrict";
                            readonly name: string;
                            readonly uscc: string;
                        };
                        readonly handover: {
                            /** @enum {string} */
                            readonly electronic: "atOnce";
                            readonly paperCutOffs: readonly string[];
                            readonly signsFor: string;
                        };
                        readonly intakeChecklist: readonly {
                            readonly checks: readonly ("completeness" | "form" | "validity" | "identity")[];
                            readonly itemId: string;
                        }[];
                        readonly items: readonly {
                            readonly guideVersionFrom: number;
                            readonly guideVersionTo?: number;
                            readonly intakeRoles: readonly ("receive" | "accept" | "consult" | "deliver")[];
                            readonly itemId: string;
                            readonly list: (0 | 1 | 2) | null;
                            readonly name: string;
                        }[];
                        readonly legalBasis: readonly {
                            readonly citation: string;
                            /** @enum {string} */
                            readonly level: "law" | "administrativeRegulation" | "localRegulation" | "rule" | "normativeDocument";
                        }[];
                        readonly liability: string;
                        readonly limits: {
                            readonly maxDecisionsPerDay?: number;
                            readonly minHandlingSeconds?: number;
                            readonly windowFrom?: string;
                            readonly windowTo?: string;
                        };
                        readonly mandateNo: string;
                        readonly nonDelegable: readonly ("extendLimit" | "revokeLicence" | "decideAfterHearing" | "penalise" | "headApproval")[];
                        readonly powers: readonly ("receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal")[];
                        readonly publicNotice: {
                            readonly channel: string;
                            readonly noticeNo: string;
                        };
                        readonly responsibility: string;
                        readonly ruleSets: readonly {
                            readonly itemId: string;
                            readonly ruleSetHash: string;
                        }[];
                        readonly scope: {
                            readonly amountMax?: number;
                            readonly applicantKinds: readonly ("naturalPerson" | "legalPerson" | "otherOrganisation")[];
                            readonly areaMax?: number;
                            readonly cumulativeCap?: {
                                readonly amountMax?: number;
                                readonly countMax?: number;
                                /** @enum {string} */
                                readonly per: "applicant" | "project";
                                readonly windowDays: number;
                            };
                            readonly headcountMax?: number;
                            /** @enum {string} */
                            readonly level?: "national" | "municipal" | "district" | "subdistrict";
                            readonly regions: readonly string[];
                            readonly riskGradeMax?: number;
                        };
                        readonly seals: readonly {
                            readonly documents: readonly string[];
                            readonly keeperPersonId: string;
                            readonly name: string;
                            readonly organCode: string;
                            readonly sealId: string;
                        }[];
                        readonly supervision: {
                            readonly firstSampleDueOn: string;
                            readonly plan: string;
                            readonly report: string;
                            readonly reviewBoard: string;
                            readonly samplingPercent: number;
                        };
                        readonly term: {
                            readonly from: string;
                            readonly to: string;
                        };
                        readonly termination: {
                            readonly grounds: readonly string[];
                            readonly inFlight: string;
                            readonly noticeDays: number;
                        };
                        readonly tolerance: {
                            readonly conditions: readonly string[];
                            readonly pilotItems: readonly string[];
                        };
                        readonly version: number;
                    } | {
                        readonly actions: readonly {
                            /** @enum {number} */
                            readonly list: 0 | 1 | 2;
                            /** @enum {string} */
                            readonly power: "receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal";
                        }[];
                        readonly breaker: readonly {
                            readonly threshold: string;
                            readonly trigger: string;
                        }[];
                        /** @enum {string} */
                        readonly construct: "B";
                        readonly dataProcessing: {
                            readonly categories: readonly string[];
                            /** @enum {boolean} */
                            readonly onwardProcessing: false;
                            readonly purposes: readonly string[];
                            readonly retention: string;
                        };
                        readonly duties: {
                            readonly grantee: readonly string[];
                            readonly grantor: readonly string[];
                        };
                        readonly exclusions: {
                            readonly creditRestricted: boolean;
                            readonly firstAfterRuleChange: boolean;
                            readonly hearing: boolean;
                            readonly mediaSensitive: boolean;
                            readonly priorRefusal?: {
                                readonly months: number;
                            };
                            readonly recusalList: boolean;
                            readonly thirdPartyInterest: boolean;
                        };
                        readonly grantees: readonly {
                            readonly activation?: readonly ("absent" | "onLeave" | "recused" | "overload")[];
                            readonly deputyOf?: string;
                            readonly name: string;
                            readonly personId: string;
                            /** @enum {string} */
                            readonly role: "handler" | "chief";
                        }[];
                        readonly grantor: {
                            readonly code: string;
                            readonly headName: string;
                            readonly headPersonId: string;
                            /** @enum {string} */
                            readonly level: "national" | "municipal" | "district" | "subdistrict";
                            readonly name: string;
                            readonly uscc: string;
                        };
                        readonly handover: {
                            /** @enum {string} */
                            readonly electronic: "atOnce";
                            readonly paperCutOffs: readonly string[];
                            readonly signsFor: string;
                        };
                        readonly intakeChecklist: readonly {
                            readonly checks: readonly ("completeness" | "form" | "validity" | "identity")[];
                            readonly itemId: string;
                        }[];
                        readonly items: readonly {
                            readonly guideVersionFrom: number;
                            readonly guideVersionTo?: number;
                            readonly intakeRoles: readonly ("receive" | "accept" | "consult" | "deliver")[];
                            readonly itemId: string;
                            readonly list: (0 | 1 | 2) | null;
                            readonly name: string;
                        }[];
                        readonly legalBasis: readonly {
                            readonly citation: string;
                            /** @enum {string} */
                            readonly level: "law" | "administrativeRegulation" | "localRegulation" | "rule" | "normativeDocument";
                        }[];
                        readonly liability: string;
                        readonly limits: {
                            readonly maxDecisionsPerDay?: number;
                            readonly minHandlingSeconds?: number;
                            readonly windowFrom?: string;
                            readonly windowTo?: string;
                        };
                        readonly mandateNo: string;
                        readonly nonDelegable: readonly ("extendLimit" | "revokeLicence" | "decideAfterHearing" | "penalise" | "headApproval")[];
                        readonly powers: readonly ("receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal")[];
                        readonly publicNotice: {
                            readonly channel: string;
                            readonly noticeNo: string;
                        };
                        readonly responsibility: string;
                        readonly ruleSets: readonly {
                            readonly itemId: string;
                            readonly ruleSetHash: string;
                        }[];
                        readonly scope: {
                            readonly amountMax?: number;
                            readonly applicantKinds: readonly ("naturalPerson" | "legalPerson" | "otherOrganisation")[];
                            readonly areaMax?: number;
                            readonly cumulativeCap?: {
                                readonly amountMax?: number;
                                readonly countMax?: number;
                                /** @enum {string} */
                                readonly per: "applicant" | "project";
                                readonly windowDays: number;
                            };
                            readonly headcountMax?: number;
                            /** @enum {string} */
                            readonly level?: "national" | "municipal" | "district" | "subdistrict";
                            readonly regions: readonly string[];
                            readonly riskGradeMax?: number;
                        };
                        readonly seals: readonly {
                            readonly documents: readonly string[];
                            readonly keeperPersonId: string;
                            readonly name: string;
                            readonly organCode: string;
                            readonly sealId: string;
                        }[];
                        readonly supervision: {
                            readonly firstSampleDueOn: string;
                            readonly plan: string;
                            readonly report: string;
                            readonly reviewBoard: string;
                            readonly samplingPercent: number;
                        };
                        readonly term: {
                            readonly from: string;
                            readonly to: string;
                        };
                        readonly termination: {
                            readonly grounds: readonly string[];
                            readonly inFlight: string;
                            readonly noticeDays: number;
                        };
                        readonly tolerance: {
                            readonly conditions: readonly string[];
                            readonly pilotItems: readonly string[];
                        };
                        readonly version: number;
                    } | {
                        readonly actions: readonly {
                            /** @enum {number} */
                            readonly list: 0 | 1 | 2;
                            /** @enum {string} */
                            readonly power: "receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal";
                        }[];
                        readonly breaker: readonly {
                            readonly threshold: string;
                            readonly trigger: string;
                        }[];
                        /** @enum {string} */
                        readonly construct: "C";
                        readonly dataProcessing: {
                            readonly categories: readonly string[];
                            /** @enum {boolean} */
                            readonly onwardProcessing: false;
                            readonly purposes: readonly string[];
                            readonly retention: string;
                        };
                        readonly duties: {
                            readonly grantee: readonly string[];
                            readonly grantor: readonly string[];
                        };
                        readonly exclusions: {
                            readonly creditRestricted: boolean;
                            readonly firstAfterRuleChange: boolean;
                            readonly hearing: boolean;
                            readonly mediaSensitive: boolean;
                            readonly priorRefusal?: {
                                readonly months: number;
                            };
                            readonly recusalList: boolean;
                            readonly thirdPartyInterest: boolean;
                        };
                        readonly grantee: {
                            readonly code: string;
                            /** @enum {string} */
                            readonly kind: "department" | "serviceBody" | "administrativeOrgan";
                            /** @enum {string} */
                            readonly level: "national" | "municipal" | "district" | "subdistrict";
                            readonly name: string;
                            readonly uscc: string;
                        };
                        readonly grantor: {
                            readonly code: string;
                            readonly headName: string;
                            readonly headPersonId: string;
                            /** @enum {string} */
                            readonly level: "national" | "municipal" | "district" | "subdistrict";
                            readonly name: string;
                            readonly uscc: string;
                        };
                        readonly handover: {
                            /** @enum {string} */
                            readonly electronic: "atOnce";
                            readonly paperCutOffs: readonly string[];
                            readonly signsFor: string;
                        };
                        readonly intakeChecklist: readonly {
                            readonly checks: readonly ("completeness" | "form" | "validity" | "identity")[];
                            readonly itemId: string;
                        }[];
                        readonly items: readonly {
                            readonly guideVersionFrom: number;
                            readonly guideVersionTo?: number;
                            readonly intakeRoles: readonly ("receive" | "accept" | "consult" | "deliver")[];
                            readonly itemId: string;
                            readonly list: (0 | 1 | 2) | null;
                            readonly name: string;
                        }[];
                        readonly legalBasis: readonly {
                            readonly citation: string;
                            /** @enum {string} */
                            readonly level: "law" | "administrativeRegulation" | "localRegulation" | "rule" | "normativeDocument";
                        }[];
                        readonly liability: string;
                        readonly limits: {
                            readonly maxDecisionsPerDay?: number;
                            readonly minHandlingSeconds?: number;
                            readonly windowFrom?: string;
                            readonly windowTo?: string;
                        };
                        readonly mandateNo: string;
                        readonly nonDelegable: readonly ("extendLimit" | "revokeLicence" | "decideAfterHearing" | "penalise" | "headApproval")[];
                        readonly powers: readonly ("receive" | "checkForm" | "correct" | "accept" | "refuseAcceptance" | "issueReceipt" | "forward" | "handOut" | "propose" | "grant" | "refuse" | "correctClericalError" | "terminate" | "issueLicence" | "replaceLicence" | "renew" | "change" | "cancel" | "applySeal")[];
                        readonly publicNotice: {
                            readonly channel: string;
                            readonly noticeNo: string;
                        };
                        readonly responsibility: string;
                        readonly ruleSets: readonly {
                            readonly itemId: string;
                            readonly ruleSetHash: string;
                        }[];
                        readonly scope: {
                            readonly amountMax?: number;
                            readonly applicantKinds: readonly ("naturalPerson" | "legalPerson" | "otherOrganisation")[];
                            readonly areaMax?: number;
                            readonly cumulativeCap?: {
                                readonly amountMax?: number;
                                readonly countMax?: number;
                                /** @enum {string} */
                                readonly per: "applicant" | "project";
                                readonly windowDays: number;
                            };
                            readonly headcountMax?: number;
                            /** @enum {string} */
                            readonly level?: "national" | "municipal" | "district" | "subdistrict";
                            readonly regions: readonly string[];
                            readonly riskGradeMax?: number;
                        };
                        readonly seals: readonly {
                            readonly documents: readonly string[];
                            readonly keeperPersonId: string;
                            readonly name: string;
                            readonly organCode: string;
                            readonly sealId: string;
                        }[];
                        readonly supervision: {
                            readonly firstSampleDueOn: string;
                            readonly plan: string;
                            readonly report: string;
                            readonly reviewBoard: string;
                            readonly samplingPercent: number;
                        };
                        readonly term: {
                            readonly from: string;
                            readonly to: string;
                        };
                        readonly termination: {
                            readonly grounds: readonly string[];
                            readonly inFlight: string;
                            readonly noticeDays: number;
                        };
                        readonly tolerance: {
                            readonly conditions: readonly string[];
                            readonly pilotItems: readonly string[];
                        };
                        readonly version: number;
                    };
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MandatePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getMandateChain: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly mandateNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["LogChain"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getMandateEvidence: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly mandateNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file, to be saved */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly fileMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly mandateNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly filingNo: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MandatePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getMandateLetter: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly mandateNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly publishMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly mandateNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly noticeNo: string;
                    readonly places: readonly ("web" | "window" | "gazette")[];
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MandatePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly resumeMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly mandateNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly holders: readonly string[];
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MandatePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly reviewMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly mandateNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly opinion: string;
                    readonly passed: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MandatePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly revokeMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly mandateNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MandatePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly signMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly mandateNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly hash: string;
                    readonly pin: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MandatePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly suspendMandate: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly mandateNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly holders: readonly string[];
                    /** @enum {string} */
                    readonly kind: "department" | "breaker" | "staffChange" | "lawChange" | "itemChange" | "reviewFinding" | "sampling";
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MandatePerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSealedMandateLetterAsOfd: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly mandateNo: string;
                readonly version: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/ofd": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSealedMandateLetter: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly mandateNo: string;
                readonly version: number;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The document */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/pdf": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listMatterDrafts: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly drafts: readonly components["schemas"]["MatterDraft"][];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getMatterDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly bundleId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly draft: components["schemas"]["MatterDraft"];
                        readonly isChanged: boolean;
                        readonly isWithdrawn: boolean;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly saveMatterDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly bundleId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly body: {
                        /** @default {} */
                        readonly answers?: {
                            readonly [key: string]: boolean | number | string;
                        };
                        /** @default {} */
                        readonly files?: {
                            readonly [key: string]: readonly {
                                readonly name: string;
                                readonly size: number;
                                /** Format: uuid */
                                readonly uploadId: string;
                            }[];
                        };
                        /** @default {} */
                        readonly later?: {
                            readonly [key: string]: number;
                        };
                        /** @default {} */
                        readonly makers?: {
                            readonly [key: string]: {
                                readonly [key: string]: string;
                            };
                        };
                        /** @default [] */
                        readonly ticked?: readonly string[];
                    };
                    readonly bundleVersion: number;
                    readonly revision: number;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatterDraft"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly deleteMatterDraft: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly bundleId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatterDraft"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listMatters: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matters: readonly components["schemas"]["MatterRow"][];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly submitMatter: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly agent?: {
                        readonly idNo: string;
                        readonly letter: {
                            readonly agent: {
                                readonly idNo: string;
                                readonly name: string;
                            };
                            /** Format: date-time */
                            readonly fromAt: string;
                            readonly matters: readonly string[];
                            readonly powers: readonly ("apply" | "correct" | "withdraw" | "receive" | "pay" | "hear")[];
                            readonly principal: {
                                readonly idNo: string;
                                readonly name: string;
                            };
                            readonly signedAt: string | null;
                            /** Format: date-time */
                            readonly untilAt: string;
                            readonly withdrawnAt: string | null;
                        };
                        readonly name: string;
                        readonly phone?: string;
                    };
                    readonly answers: {
                        readonly [key: string]: boolean | number | string;
                    };
                    readonly applicant: {
                        readonly address?: string;
                        readonly idNo: string;
                        readonly idOverrideReason?: string;
                        /** @enum {string} */
                        readonly idType: "citizenId" | "uscc" | "passport" | "otherDocument";
                        /** @enum {string} */
                        readonly kind: "naturalPerson" | "legalPerson" | "otherOrganisation";
                        readonly legalRepresentative?: {
                            readonly idNo: string;
                            readonly name: string;
                        };
                        readonly name: string;
                        readonly phone?: string;
                        readonly printedAs?: string;
                        readonly shareholders?: readonly {
                            readonly idNo: string;
                            readonly name: string;
                        }[];
                    };
                    readonly bundleId: string;
                    readonly bundleVersion: number;
                    /** @enum {string} */
                    readonly channel: "window" | "online";
                    /** @default true */
                    readonly eDelivery?: boolean;
                    /** @default {} */
                    readonly own?: {
                        readonly [key: string]: {
                            readonly deferral?: {
                                readonly codes: readonly string[];
                                readonly workingDays: number;
                            };
                            /** @default {} */
                            readonly form?: {
                                readonly [key: string]: boolean | number | string;
                            };
                            /** @default [] */
                            readonly materials?: readonly {
                                readonly code: string;
                                readonly file?: {
                                    readonly hash: string;
                                    readonly mediaType: string;
                                    readonly name: string;
                                    readonly size: number;
                                };
                                readonly maker?: {
                                    readonly idNo: string;
                                    /** Format: date */
                                    readonly issuedOn: string;
                                    readonly name: string;
                                    readonly reportNo: string;
                                };
                                readonly reference?: string;
                                /** @enum {string} */
                                readonly source: "file" | "form" | "paper";
                            }[];
                        };
                    };
                    /** @default {} */
                    readonly papers?: {
                        readonly [key: string]: readonly {
                            readonly file?: {
                                readonly hash: string;
                                readonly mediaType: string;
                                readonly name: string;
                                readonly size: number;
                            };
                            readonly maker?: {
                                readonly idNo: string;
                                /** Format: date */
                                readonly issuedOn: string;
                                readonly name: string;
                                readonly reportNo: string;
                            };
                            readonly reference?: string;
                            /** @enum {string} */
                            readonly source: "file" | "form" | "paper";
                        }[];
                    };
                    readonly region: string;
                    readonly truthStatement: boolean;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatterPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getMatter: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly matterNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Matter"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly liftHold: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly matterNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly evidence: string;
                    readonly rule: number;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatterPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly omitChild: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly matterNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly itemId: string;
                    /** @default  */
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatterPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly stateMatterReason: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly matterNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly matterNo: string;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly withdrawMatter: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly matterNo: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @default  */
                    readonly reason?: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["MatterPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listMyLicences: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly licences: readonly components["schemas"]["LicenceRow"][];
                        readonly nextCursor?: number;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getVault: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Vault"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly keepInVault: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** Format: uuid */
                    readonly uploadId: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VaultFile"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getVaultFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly fileId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file, to be saved */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly dropVaultFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly fileId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VaultFile"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly shareVaultFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly fileId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly code: string;
                    readonly itemId: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly keptUntilAt: string;
                        readonly name: string;
                        readonly size: number;
                        readonly uploadId: string;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly keepCaseFile: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly caseNo: string;
                    readonly fileHash: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["VaultFile"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly revokeVaultShare: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly shareId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly shareId: string;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listReadings: {
        readonly parameters: {
            readonly query?: {
                readonly reader?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly readings: readonly components["schemas"]["Reading"][];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly checkRules: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": components["schemas"]["WrittenRulesInput"];
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["RuleCheck"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listSayings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly own: readonly {
                            readonly itemId: string;
                            readonly name: string;
                            readonly nameEn: string;
                        }[];
                        readonly sayings: readonly components["schemas"]["Saying"][];
                        readonly suggestions: readonly {
                            readonly chosen: readonly {
                                readonly itemId: string;
                                readonly name: string;
                                readonly nameEn: string;
                                readonly times: number;
                            }[];
                            readonly lastOn: string;
                            readonly nearest: readonly {
                                readonly itemId: string;
                                readonly name: string;
                                readonly nameEn: string;
                            }[];
                            readonly saying: string;
                            readonly times: number;
                        }[];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly addSaying: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly itemIds: readonly string[];
                    readonly saying: string;
                    readonly why: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly saying: string;
                        readonly seq: number;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly retireSaying: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly saying: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly itemIds: readonly string[];
                    readonly why: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly saying: string;
                        readonly seq: number;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listSeals: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @description For the head who asks */
                        readonly nextIds: readonly {
                            /** @enum {string} */
                            readonly kind: "receiptSeal" | "approvalSeal" | "organSeal" | "nameSeal";
                            readonly sealId: string;
                        }[];
                        readonly seals: readonly components["schemas"]["SealRow"][];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly requestSeal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly bearerId?: string;
                    /** @enum {string} */
                    readonly kind: "receiptSeal" | "approvalSeal" | "organSeal" | "nameSeal";
                    readonly purpose: string;
                    readonly sealId: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SealPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSeal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly sealId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Seal"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly fileSeal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly sealId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly filedWith: string;
                    readonly filingNo: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SealPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly makeSeal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly sealId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SealPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly offerSeal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly sealId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly reason: string;
                    readonly to: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SealPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly handBackSeal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly sealId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    /** @enum {string} */
                    readonly disposal: "archived" | "destroyed";
                    readonly receiptNo: string;
                    readonly receiver: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SealPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly stopSeal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly sealId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly explanation: string;
                    /** @enum {string} */
                    readonly reason: "expired" | "replaced" | "organChanged" | "keyCompromised" | "breaker" | "other";
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SealPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly takeSeal: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly sealId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SealPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly putSealInUse: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly sealId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly approval: string;
                    readonly keeper: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["SealPerformed"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly listSealUses: {
        readonly parameters: {
            readonly query?: {
                readonly cursor?: string;
            };
            readonly header?: never;
            readonly path: {
                readonly sealId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly nextCursor?: string;
                        readonly uses: readonly components["schemas"]["SealUse"][];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly countSearch: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly q: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly found: number;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly countChoice: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly itemId: string;
                    readonly queries: readonly string[];
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly counted: boolean;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSession: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly signIn: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly login: string;
                    readonly password: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Session"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly signOut: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        /** @enum {boolean} */
                        readonly done: true;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getSignLists: {
        readonly parameters: {
            readonly query?: {
                readonly organ?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly lists: readonly {
                            readonly items: readonly components["schemas"]["SignListRow"][];
                            readonly signatures: number;
                        }[];
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getStanding: {
        readonly parameters: {
            readonly query: {
                readonly no: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Standing"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly declineSaying: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                /** @description A fresh UUID; the act is done once */
                readonly "request-id": string;
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly saying: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/json": {
                    readonly why: string;
                };
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly saying: string;
                        readonly seq: number;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getTrust: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Trust"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getUploadLimits: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": {
                        readonly caseBytes: number;
                        readonly fileBytes: number;
                    };
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly uploadFile: {
        readonly parameters: {
            readonly query: {
                readonly name: string;
            };
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                readonly "application/octet-stream": string;
            };
        };
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly getUpload: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                readonly uploadId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The file, to be saved */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/octet-stream": string;
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readonly deleteUpload: {
        readonly parameters: {
            readonly query?: never;
            readonly header: {
                readonly "x-csrf-token": string;
            };
            readonly path: {
                readonly uploadId: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description Default Response */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description The input does not fit; `paths` says where */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in, or the session has ended */
            readonly 401: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not for this caller */
            readonly 403: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nothing to see there for this caller */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody was faster, or the request id belongs to another act */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 1 MB, or than one file may be */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Neither application/json nor a file where one is taken */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The law says no: rule, article and remedy are in the body */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A fault of the server; the same request id may be sent again */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
