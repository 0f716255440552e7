/// What lies on the analyst's bench: the opened evidence, its digests, and the pair that is compared.
///
/// Observable, without a scene: it is tested without a stage. Knows checkpoints, jobs and the selection; knows no view.
/// Every view may know this package. Start at [Bench]; [BenchSelection] says what of it is selected.
package org.icecore.views.bench;
