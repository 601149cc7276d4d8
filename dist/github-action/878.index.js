export const id = 878;
export const ids = [878];
export const modules = {

/***/ 7878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   transientOf: () => (/* binding */ transientOf)
/* harmony export */ });
/* harmony import */ var _diagnosis_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7592);
/* harmony import */ var _diagnosis_step_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5098);
/* harmony import */ var _token_entra_refusal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6342);
/* harmony import */ var _transport_http_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(551);
/* harmony import */ var _transport_transport_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9445);
/* harmony import */ var _transport_unexpected_answer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8195);






/**
 * Federated credentials take minutes to be known everywhere:
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-considerations
 */
const propagationCodes = [70021, 700211, 700213];
/** The assertion is outside its validity; a new one may not be. */
const staleAssertion = 700024;
/** Says whether another attempt makes sense; undefined for what would only fail again. */
function transientOf(failure) {
    if (failure instanceof _transport_transport_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .TransportFailure */ .A) {
        if ((0,_diagnosis_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .known */ .eO)(failure.reason).waiting !== 'passes')
            return undefined;
        return { what: `${failure.host} gave no answer (${failure.detail})`, retryAfter: undefined };
    }
    if (failure instanceof _transport_unexpected_answer_js__WEBPACK_IMPORTED_MODULE_2__/* .UnexpectedAnswer */ .M) {
        const { from, status, retryAfter } = failure;
        // A broken body of a good answer may have been broken on the way.
        if (!(0,_transport_http_js__WEBPACK_IMPORTED_MODULE_3__/* .isTransientStatus */ .D)(status) && status !== 200)
            return undefined;
        return { what: `${from} answered ${status} without ${failure.expected}`, retryAfter };
    }
    if (failure instanceof _token_entra_refusal_js__WEBPACK_IMPORTED_MODULE_4__/* .EntraRefusal */ .Z)
        return transientRefusal(failure);
    if (failure instanceof _diagnosis_step_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .StepFailure */ .p && failure.response && (0,_transport_http_js__WEBPACK_IMPORTED_MODULE_3__/* .isTransientStatus */ .D)(failure.response.status)) {
        const { status, headers } = failure.response;
        return { what: `the answer was HTTP ${status}`, retryAfter: headers['retry-after'] };
    }
    return undefined;
}
function transientRefusal({ details, request }) {
    const { status, codes, error, retryAfter } = details;
    const has = (known) => codes.some(code => known.includes(code));
    const waiting = (0,_diagnosis_catalogue_catalogue_js__WEBPACK_IMPORTED_MODULE_1__/* .knownRefusal */ .cH)(codes, error)?.waiting;
    // What passes later is worth another attempt where the server says when.
    if ((0,_transport_http_js__WEBPACK_IMPORTED_MODULE_3__/* .isTransientStatus */ .D)(status) || waiting === 'passes' || (waiting === 'later' && retryAfter !== undefined)) {
        return { what: `Entra answered ${status} (${details.error})`, retryAfter };
    }
    if (has([staleAssertion]))
        return { what: 'Entra found the assertion outside its validity', retryAfter, attempts: 2 };
    if (request.assertion && has(propagationCodes)) {
        return {
            what: 'Entra knows no federated credential for this issuer, subject and audience; a new one takes a while to be known',
            retryAfter,
            attempts: 4,
        };
    }
    return undefined;
}


/***/ })

};
