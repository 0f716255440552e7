/// The Credentials view: what each thread was allowed to do.
///
/// Start at [CredentialsView].
package org.icecore.views.credentials;
