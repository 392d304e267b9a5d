# An SMS centre that speaks SMPP (Net::SMPP): smsc.pl PORT ACCOUNT PASSWORD
# Prints "ready", "bound" and "unbound", and a line for each message: its parts' bytes in hex, to whom, from whom and
# how. Serves one at a time. Reports each as delivered, but for numbers that end with 9, which it can't, those that end
# with 8, which it refuses, and those that end with 7, which it takes and never reports.
use strict; use warnings; use Net::SMPP; $| = 1;
my ($port, $account, $password) = @ARGV;
my $listening = Net::SMPP->new_listen('127.0.0.1', port => $port, timeout => 600) or die "no port: $!";
print "ready\n";
my $number = 0;
while (1) {
    my $peer = $listening->accept or next;
    while (my $pdu = $peer->read_pdu) {
        if ($pdu->{cmd} == 0x9) {
            my $wrong = $pdu->{system_id} ne $account || $pdu->{password} ne $password;
            $peer->set_version(0x34);
            $peer->bind_transceiver_resp(system_id => 'TestSMSC', seq => $pdu->{seq}, status => $wrong ? 0xe : 0);
            last if $wrong;
            print "bound\n";
        } elsif ($pdu->{cmd} == 0x6) {
            $peer->unbind_resp(seq => $pdu->{seq});
            print "unbound\n";
            last;
        } elsif ($pdu->{cmd} == 0x4) {
            my $to = $pdu->{destination_addr};
            print join(' ', 'message', $to, $pdu->{source_addr}, $pdu->{data_coding}, $pdu->{esm_class},
                unpack('H*', $pdu->{short_message})), "\n";
            if ($to =~ /8$/) { $peer->submit_sm_resp(message_id => '', seq => $pdu->{seq}, status => 0xb); next; }
            my $id = sprintf('%08x', 0xabc0 + ++$number);
            my $decimal = 0xabc0 + $number;
            my $stat = $to =~ /9$/ ? 'UNDELIV' : 'DELIVRD';
            # The receipt first, as centres do, and with the id as a decimal number.
            $peer->deliver_sm(source_addr => $to, destination_addr => $pdu->{source_addr}, esm_class => 4, async => 1,
                short_message => "id:$decimal sub:001 dlvrd:001 submit date:2611241100 done date:2611241100 "
                . "stat:$stat err:005 text:") if $pdu->{registered_delivery} && $to !~ /7$/;
            $peer->submit_sm_resp(message_id => $id, seq => $pdu->{seq});
        } elsif ($pdu->{cmd} == 0x15) {
            $peer->enquire_link_resp(seq => $pdu->{seq});
        }
    }
    $peer->close;
}
