package org.icecore.checkpoint.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.icecore.checkpoint.namespace.NamespaceSettings.Setting;
import org.icecore.criu.proto.NetDeviceEntry;
import org.icecore.criu.proto.NetnsEntry;
import org.icecore.criu.proto.SysctlEntry;

/// Gives the settings of networks their names: images keep them in an order of CRIU's own, to which later releases only append.
final class NetworkSettings {

    private static final List<String> IPV4 =
            names(
                    "accept_local accept_redirects accept_source_route arp_accept arp_announce arp_filter arp_ignore"
                            + " arp_notify bootp_relay disable_policy disable_xfrm force_igmp_version forwarding"
                            + " igmpv2_unsolicited_report_interval igmpv3_unsolicited_report_interval log_martians"
                            + " medium_id promote_secondaries proxy_arp proxy_arp_pvlan route_localnet rp_filter"
                            + " secure_redirects send_redirects shared_media src_valid_mark tag"
                            + " ignore_routes_with_linkdown drop_gratuitous_arp drop_unicast_in_l2_multicast");

    private static final List<String> IPV6 =
            names(
                    "accept_dad accept_ra accept_ra_defrtr accept_ra_from_local accept_ra_min_hop_limit accept_ra_mtu"
                            + " accept_ra_pinfo accept_ra_rt_info_max_plen accept_ra_rtr_pref accept_redirects"
                            + " accept_source_route autoconf dad_transmits disable_ipv6 drop_unicast_in_l2_multicast"
                            + " drop_unsolicited_na force_mld_version force_tllao forwarding hop_limit"
                            + " ignore_routes_with_linkdown keep_addr_on_down max_addresses max_desync_factor"
                            + " mldv1_unsolicited_report_interval mldv2_unsolicited_report_interval mtu ndisc_notify"
                            + " optimistic_dad proxy_ndp regen_max_retry router_probe_interval"
                            + " router_solicitation_delay router_solicitation_interval router_solicitations"
                            + " stable_secret suppress_frag_ndisc temp_prefered_lft temp_valid_lft use_oif_addrs_only"
                            + " use_optimistic use_tempaddr");

    /// Far more than any release knows, so that a hostile image does not make a list of millions.
    private static final int MOST = 256;

    /// What older releases wrote for a setting that the kernel did not have.
    private static final int UNUSED = -1;

    private final List<Setting> settings = new ArrayList<>();

    private NetworkSettings() {}

    /// Those of one interface.
    static List<Setting> of(NetDeviceEntry device) {
        var reader = new NetworkSettings();
        var name = EvidenceText.of(device.getNameBytes());
        reader.conf("net.ipv4.conf." + name, IPV4, device.getConf4List(), device.getConfList());
        reader.conf("net.ipv6.conf." + name, IPV6, device.getConf6List(), List.of());
        return reader.settings;
    }

    /// Those of a namespace.
    static List<Setting> of(NetnsEntry network) {
        var reader = new NetworkSettings();
        reader.conf(
                "net.ipv4.conf.default", IPV4, network.getDefConf4List(), network.getDefConfList());
        reader.conf("net.ipv4.conf.all", IPV4, network.getAllConf4List(), network.getAllConfList());
        reader.conf("net.ipv6.conf.default", IPV6, network.getDefConf6List(), List.of());
        reader.conf("net.ipv6.conf.all", IPV6, network.getAllConf6List(), List.of());
        reader.conf("net.unix", names("max_dgram_qlen"), network.getUnixConfList(), List.of());
        reader.conf("net.ipv4", names("ping_group_range"), network.getIpv4SysctlList(), List.of());
        return reader.settings;
    }

    private static List<String> names(String words) {
        return List.of(words.split(" "));
    }

    private void conf(
            String where, List<String> names, List<SysctlEntry> listed, List<Integer> older) {
        for (var i = 0; i < Math.min(MOST, listed.size()); i++) {
            var name = name(where, names, i);
            value(listed.get(i)).ifPresent(value -> settings.add(new Setting(name, value)));
        }
        if (listed.isEmpty()) {
            for (var i = 0; i < Math.min(MOST, older.size()); i++) {
                if (older.get(i) != UNUSED) {
                    settings.add(
                            new Setting(name(where, names, i), Integer.toString(older.get(i))));
                }
            }
        }
    }

    private static String name(String where, List<String> names, int i) {
        return "%s.%s"
                .formatted(where, i < names.size() ? names.get(i) : "setting %d".formatted(i + 1));
    }

    /// Without a value the kernel did not have the setting, or nobody could read it.
    private static Optional<String> value(SysctlEntry setting) {
        if (setting.hasSarg()) {
            return Optional.of(EvidenceText.of(setting.getSargBytes()));
        }
        return setting.hasIarg()
                ? Optional.of(Integer.toString(setting.getIarg()))
                : Optional.empty();
    }
}
