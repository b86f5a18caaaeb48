import django.db.models.deletion
import naast.core.fields
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0004_staff_sessions'),
        ('people', '0009_restricted_and_erased'),
    ]

    operations = [
        migrations.CreateModel(
            name='PhotoYes',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('use', models.CharField(choices=[('take', 'A picture of me may be taken'), ('inside', 'Inside the house: on the wall, in a presentation'), ('newsletter', 'In our newsletter'), ('website', 'On our website'), ('social', 'On social media'), ('press', 'In the press')], max_length=10, verbose_name='for what')),
                ('kind_of_picture', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='which kind of picture')),
                ('said_with', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='said together with')),
                ('how', models.CharField(choices=[('in_person', 'in a talk'), ('by_phone', 'by phone'), ('on_paper', 'on paper'), ('on_screen', 'on this screen')], max_length=10, verbose_name='how')),
                ('given_on', models.DateField(verbose_name='said yes on')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('withdrawn_on', models.DateField(blank=True, null=True, verbose_name='taken back on')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='photo_yeses', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'person'], name='privacy_pho_organis_161bc5_idx'), models.Index(fields=['organisation', 'use', '-id'], name='privacy_pho_organis_f85ddd_idx')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('withdrawn_on__isnull', True)), fields=('person', 'use'), name='one_standing_photo_yes_a_use'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('given_on')), _connector='OR'), name='photo_yes_ends_after_it_begins')],
            },
        ),
        migrations.CreateModel(
            name='Published',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('where', naast.core.fields.EncryptedTextField(verbose_name='where it was shown')),
                ('published_on', models.DateField(verbose_name='shown since')),
                ('take_down_since', models.DateField(blank=True, null=True)),
                ('taken_down_on', models.DateField(blank=True, null=True)),
                ('noted_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('photo_yes', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='published', to='privacy.photoyes')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', 'photo_yes'], name='privacy_pub_organis_b73699_idx'), models.Index(condition=models.Q(('take_down_since__isnull', False), ('taken_down_on__isnull', True)), fields=['organisation', 'take_down_since', 'id'], name='published_to_take_down')],
            },
        ),
        migrations.CreateModel(
            name='RetentionRun',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('day', models.DateField()),
                ('counts', models.JSONField(default=dict)),
                ('unfinished', models.JSONField(default=list)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'ordering': ['-day'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'day'), name='one_report_a_night')],
            },
        ),
        migrations.CreateModel(
            name='RightsRequest',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('who', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='who asks')),
                ('kind', models.CharField(choices=[('access', 'See what we keep'), ('rectification', 'Correct something'), ('erasure', 'Erase what we keep'), ('restriction', 'Keep it, and don’t use it for now'), ('portability', 'Take it along in a file'), ('objection', 'Stop using it for something')], max_length=13, verbose_name='what is asked')),
                ('state', models.CharField(choices=[('asked', 'Asked'), ('known', 'We know who asks'), ('answered', 'Answered'), ('taken_back', 'Taken back')], default='asked', max_length=10)),
                ('asked_on', models.DateField(verbose_name='asked on')),
                ('how', models.CharField(choices=[('on_screen', 'on this screen'), ('by_mail', 'by mail'), ('on_paper', 'on paper'), ('by_phone', 'by phone'), ('in_person', 'in a talk')], max_length=10, verbose_name='how it came')),
                ('words', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='what was asked')),
                ('identity', models.CharField(blank=True, choices=[('signed_in', 'signed in with their own account'), ('known', 'a colleague knows the person and spoke to them'), ('called_back', 'we called back the number that we have'), ('looked', 'we looked at an identity card, and kept nothing of it')], default='', max_length=11, verbose_name='how we know who asks')),
                ('known_on', models.DateField(blank=True, null=True, verbose_name='known since')),
                ('due_on', models.DateField(verbose_name='answer before')),
                ('extended_on', models.DateField(blank=True, null=True, verbose_name='more time asked on')),
                ('extended_why', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='why more time')),
                ('outcome', models.CharField(blank=True, choices=[('done', 'Done'), ('partly', 'Partly done'), ('not_done', 'Not done, with the reason')], default='', max_length=8, verbose_name='what the answer was')),
                ('answered_on', models.DateField(blank=True, null=True, verbose_name='answered on')),
                ('answer', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='our answer')),
                ('corrected', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='what was corrected')),
                ('answered_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('known_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='rights_requests', to='people.person')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', '-id'], name='privacy_rig_organis_01f5d5_idx'), models.Index(fields=['organisation', 'person', '-id'], name='privacy_rig_organis_71e1b8_idx'), models.Index(condition=models.Q(('state__in', ('asked', 'known'))), fields=['organisation', 'due_on', 'id'], name='rights_request_open')],
                'constraints': [models.CheckConstraint(condition=models.Q(('due_on__gt', models.F('asked_on'))), name='rights_request_has_its_month'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'answered'), _negated=True), ('answered_on__isnull', False), _connector='OR'), name='rights_request_answered_on_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('person_id', models.UUIDField()),
                ('rows', models.JSONField(default=dict)),
                ('mentions', models.JSONField(default=dict)),
                ('seeks', naast.core.fields.EncryptedJSONField(blank=True, default=dict)),
                ('searched', models.CharField(blank=True, default='', max_length=100)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('done_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('request', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='privacy.rightsrequest')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', '-id'], name='privacy_era_organis_f13cea_idx'), models.Index(condition=models.Q(('finished_at__isnull', True)), fields=['organisation', 'id'], name='erasure_not_finished')],
            },
        ),
        migrations.CreateModel(
            name='AttendanceLetter',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('asked_on', models.DateField(verbose_name='asked on')),
                ('how', models.CharField(choices=[('on_screen', 'on this screen'), ('on_paper', 'on paper'), ('by_mail', 'by mail')], max_length=10, verbose_name='how it was asked')),
                ('for_whom', naast.core.fields.EncryptedTextField(verbose_name='for whom you want it')),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(verbose_name='until')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attendance_letters', to='people.person')),
                ('written_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', '-id'], name='privacy_att_organis_d0972d_idx'), models.Index(fields=['organisation', 'person', '-id'], name='privacy_att_organis_3dc8f0_idx')],
                'constraints': [models.CheckConstraint(condition=models.Q(('until_on__gte', models.F('from_on'))), name='attendance_until_after_from')],
            },
        ),
        migrations.CreateModel(
            name='Backups',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('days', models.PositiveSmallIntegerField(verbose_name='days that backups are kept')),
                ('where', models.CharField(max_length=300, verbose_name='where they stand, and who can read them')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation',), name='one_term_of_backups_a_house')],
            },
        ),
        migrations.CreateModel(
            name='KeptFor',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(max_length=60)),
                ('months', models.PositiveSmallIntegerField(verbose_name='months')),
                ('why', models.CharField(max_length=300, verbose_name='why')),
                ('chosen_on', models.DateField()),
                ('chosen_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('organisation', 'kind'), name='one_own_term_a_kind')],
            },
        ),
        migrations.CreateModel(
            name='LegalHold',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('reason', naast.core.fields.EncryptedTextField(verbose_name='why nothing may be erased for now')),
                ('from_on', models.DateField(verbose_name='from')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='until')),
                ('look_again_on', models.DateField(verbose_name='look at it again on')),
                ('lifted_on', models.DateField(blank=True, null=True)),
                ('lifted_why', naast.core.fields.EncryptedTextField(blank=True, default='', verbose_name='why it is no longer needed')),
                ('lifted_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='legal_holds', to='people.person')),
                ('set_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organisations.membership')),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', '-id'], name='privacy_leg_organis_488a22_idx'), models.Index(condition=models.Q(('lifted_on__isnull', True)), fields=['organisation', 'look_again_on', 'id'], name='legal_hold_stands')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('lifted_on__isnull', True)), fields=('person',), name='one_legal_hold_a_person'), models.CheckConstraint(condition=models.Q(('until_on__isnull', True), ('until_on__gte', models.F('from_on')), _connector='OR'), name='legal_hold_ends_after_it_begins')],
            },
        ),
    ]
